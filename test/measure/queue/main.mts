/** `npm run queue`: see `usage`. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hosts } from '../../../host/install/versions.cts';
import { runCommand } from '../../../host/process/commandLine.cts';
import { killPrograms } from '../../../host/process/program.cts';
import { startSandbox } from '../../../sandbox/index.ts';
import { startAccountingSystem } from '../../rigs/n8n/accountingSystem.ts';
import { credentials } from '../../rigs/n8n/setup/credentials.cts';
import { until } from '../../rigs/n8n/until.ts';
import { machine, today } from '../figures/circumstances.cts';
import { commandOf } from '../figures/document.cts';
import { asMarkdown, asTable } from '../figures/section.ts';
import { writeFigures } from '../figures/write.cts';
import { parseArguments, usage, type QueueOptions } from './args.cts';
import { startCluster } from './cluster.cts';
import { sectionsOf } from './report.ts';
import { runFlow } from './runs.ts';
import { startServices, type Services } from './services.cts';
import { QueueSetup } from './setup.ts';
import { measureSplit } from './split/run.ts';
import { pollWithoutWorkers } from './withoutWorkers.ts';
import { begunIn, handoversIn } from './workerLog.ts';
import { workflows } from './workflows.ts';

const FIRST_DAY = '2026-03-20T18:00:00Z';
const say = (line: string) => console.log(line);

/** A folder that is removed when this process ends. */
async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}

async function run(options: QueueOptions): Promise<number> {
	const services = await startServices(await temporaryFolder());
	say(`${services.versions}, n8n ${hosts[options.host].n8n}`);
	const status = await (options.split ? runSplit : runQueue)(options, services);
	await services.close();
	return status;
}

async function runSplit({ host }: QueueOptions, services: Services): Promise<number> {
	const folder = await temporaryFolder();
	const { section, areComplete } = await measureSplit(host, { services, folder }, say);
	const { n8n } = hosts[host];
	const measuredOn = `Measured on ${today()}: n8n ${n8n}, ${services.versions}; ${machine()}.`;
	const text = `${measuredOn}\n\n${asTable(section)}`;
	say(text);
	const command = commandOf('npm run queue', [host !== 'baseline' && `--host ${host}`, '--split']);
	await writeFigures({ path: 'docs/internals/many-ledgers.md', command }, text);
	return areComplete ? 0 : 1;
}

async function runQueue(
	{ host, runs, inSubWorkflow, writes }: QueueOptions,
	services: Services,
): Promise<number> {
	const sandbox = await startSandbox({ now: FIRST_DAY });
	const flowAccounting = await startAccountingSystem();
	const triggerAccounting = await startAccountingSystem();
	const { clientId, clientSecret, url: baseUrl } = sandbox;
	const cluster = await startCluster({
		host,
		folder: await temporaryFolder(),
		variables: services.variables,
		credential: {
			...credentials.right,
			data: { clientId, clientSecret, environment: 'custom', baseUrl },
		},
		workflows: workflows(
			{ flow: flowAccounting.url, triggered: triggerAccounting.url },
			inSubWorkflow,
		),
		say,
	});
	const setup = new QueueSetup(sandbox, flowAccounting, triggerAccounting, cluster, FIRST_DAY);
	const isPolled = () => sandbox.requests.some(({ path }) => path.startsWith('/sales/'));
	await until(isPolled, 'the first poll');

	const result = await runFlow(setup, runs, say);
	const flow = setup.flow();
	const executions = await setup.executions();
	const logs = (await cluster.logs()).map(begunIn);
	const workerOf = (id: string) => logs.findIndex((begun) => begun.includes(id));
	const mine = executions.map(({ id }) => workerOf(id));
	const saved = executions.filter(({ status }) => status === 'success').reverse();
	say('Polling without workers');
	const withoutWorkers = await pollWithoutWorkers(setup);
	const text = asMarkdown(
		sectionsOf({
			...result,
			...{ date: today(), n8n: hosts[host].n8n, services: services.versions, machine: machine() },
			...{ flow, triggered: setup.triggered(), withoutWorkers },
			perWorker: [0, 1].map((at) => mine.filter((worker) => worker === at).length) as [
				number,
				number,
			],
			handovers: handoversIn(saved.map(({ id }) => workerOf(id))),
		}),
	);
	say(text);
	if (writes) {
		const command = commandOf('npm run queue', [
			host !== 'baseline' && `--host ${host}`,
			inSubWorkflow && '--sub-workflow',
		]);
		await writeFigures({ path: 'docs/internals/many-ledgers.md', command }, text);
		say('Written to docs/internals/many-ledgers.md.');
	}
	await cluster.close();
	const again = result.kinds.get('ordinary')?.repeated;
	return flow.lost + flow.unexpected === 0 && again === 0 ? 0 : 1;
}

/** Ends the programs first, so that none of them writes into a folder that is being removed. */
function end(status: number): never {
	killPrograms();
	process.exit(status);
}

process.once('SIGINT', () => end(130));
process.once('SIGTERM', () => end(143));
try {
	end(await runCommand({ usage, parse: parseArguments, run }));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	end(1);
}
