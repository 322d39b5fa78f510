/** `npm run queue`: see `usage`. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { killPrograms } from '../../../host/process/program.cts';
import { hosts } from '../../../host/install/versions.cts';
import { machine, today } from '../figures/circumstances.cts';
import { writeFigures } from '../figures/write.cts';
import { parseArguments, usage } from './args.cts';
import { startCluster } from './cluster.cts';
import { startServices } from './services.cts';

type Options = ReturnType<typeof parseArguments>;

const FIRST_DAY = '2026-03-20T18:00:00Z';
const say = (line: string) => console.log(line);

/** A folder that is gone with this process. */
async function passingFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}

async function main({ host, runs, inSubWorkflow, writes }: Options): Promise<number> {
	const { startSandbox } = await import('../../../sandbox/index.ts');
	const { credentials } = await import('../../rigs/n8n/credentials.cts');
	const { asMarkdown } = await import('../figures/section.ts');
	const { openBooks } = await import('../../rigs/n8n/books.ts');
	const { until } = await import('../../rigs/n8n/until.ts');
	const { begunIn, handoversIn } = await import('./judge.ts');
	const { sectionsOf } = await import('./report.ts');
	const { runFlow } = await import('./runs.ts');
	const { Stage } = await import('./stage.ts');
	const { pollWithoutWorkers } = await import('./withoutWorkers.ts');
	const { workflows } = await import('./workflows.ts');

	const services = await startServices(await passingFolder());
	say(`${services.versions}, n8n ${hosts[host].n8n}`);
	const sandbox = await startSandbox({ now: FIRST_DAY });
	const flowBooks = await openBooks();
	const triggerBooks = await openBooks();
	const { clientId, clientSecret, url: baseUrl } = sandbox;
	const cluster = await startCluster({
		host,
		folder: await passingFolder(),
		variables: services.variables,
		credential: { ...credentials.right, data: { clientId, clientSecret, baseUrl } },
		workflows: workflows({ flow: flowBooks.url, triggered: triggerBooks.url }, inSubWorkflow),
		say,
	});
	const stage = new Stage(sandbox, flowBooks, triggerBooks, cluster, FIRST_DAY);
	const isPolled = () => sandbox.requests.some(({ path }) => path.startsWith('/sales/'));
	await until(isPolled, 'the first poll');

	const outcome = await runFlow(stage, runs, say);
	const flow = stage.flow();
	const executions = await stage.executions();
	const logs = (await cluster.logs()).map(begunIn);
	const workerOf = (id: string) => logs.findIndex((begun) => begun.includes(id));
	const mine = executions.map(({ id }) => workerOf(id));
	const saved = executions.filter(({ status }) => status === 'success').reverse();
	say('Polling without workers');
	const withoutWorkers = await pollWithoutWorkers(stage);
	const figures = asMarkdown(
		sectionsOf({
			...outcome,
			...{ date: today(), n8n: hosts[host].n8n, services: services.versions, machine: machine() },
			...{ flow, triggered: stage.triggered(), withoutWorkers },
			perWorker: [0, 1].map((at) => mine.filter((worker) => worker === at).length) as [
				number,
				number,
			],
			handovers: handoversIn(saved.map(({ id }) => workerOf(id))),
		}),
	);
	say(figures);
	if (writes) {
		const flags = [
			...(host === 'baseline' ? [] : [`--host ${host}`]),
			...(inSubWorkflow ? ['--sub-workflow'] : []),
		];
		const command = ['npm run queue', ...(flags.length > 0 ? ['--', ...flags] : [])].join(' ');
		await writeFigures({ path: 'docs/scale.md', command }, figures);
		say('Written to docs/scale.md.');
	}
	await cluster.close();
	await services.close();
	const again = outcome.kinds.get('ordinary')?.repeated;
	return flow.lost + flow.unknown === 0 && again === 0 ? 0 : 1;
}

async function begin(): Promise<number> {
	let options: Options;
	try {
		options = parseArguments(process.argv.slice(2));
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		return 1;
	}
	if (!options.help) return await main(options);
	say(usage);
	return 0;
}

/** All that was started goes first, so that nothing writes into a folder that is being removed. */
function end(status: number): void {
	killPrograms();
	process.exit(status);
}

process.once('SIGINT', () => end(130));
process.once('SIGTERM', () => end(143));
begin().then(end, (error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	end(1);
});
