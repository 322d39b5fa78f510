import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startRemote } from '../../remote/remote.cts';
import type { Case, Contender } from '../cases/cases.ts';
import type { InsideRun, Run } from '../report/figures.ts';
import type { BenchHost } from './n8nHost.cts';
import type { Greeting, LoopCommands, ServerCommands } from './commands.ts';

/** One contender that has been started and can be run again and again. */
interface Started {
	run: () => Promise<InsideRun>;
	stop: () => Promise<void>;
}

const FLAGS = ['--max-old-space-size=14000'];
/** Until the calls of the run before no longer count for a limit by the second. */
const REST_MS = 1100;

/** Runs all contenders of a case, one after another, each in processes of its own, against one sandbox. */
export async function measureCase(
	given: Case,
	host: BenchHost,
	port: number,
	say: (line: string) => void,
): Promise<Map<Contender, Run[]>> {
	const script = join(__dirname, 'sandboxProcess.mts');
	const options = { ...given.sandbox, port };
	const server = await startRemote<ServerCommands, Greeting>(script, options, { flags: FLAGS });
	const { ledgerIds } = server.greeting;
	const work = given.work.ledgerIds.length > 0 ? given.work : { ...given.work, ledgerIds };
	const whole = { ...given, work };
	const truth = await server.tell('truth', work);
	const measured = new Map<Contender, Run[]>();
	try {
		for (const contender of given.contenders) {
			const started = await startContender(whole, contender, host, server.greeting);
			const runs: Run[] = [];
			// The first runs warm both sides up, and make the sandbox prepare its answers.
			for (let count = -given.warmUps; count < given.runs; count++) {
				if (given.callsPerSecond !== undefined) await sleep(REST_MS);
				await server.tell('prepare', { ...given, faults: count < 0 ? [] : given.faults });
				const inside = await started.run();
				const record = await server.tell('record');
				const { digest } = inside.haul;
				const run = { ...inside, server: record, isComplete: digest === truth.digest };
				if (count >= 0) runs.push(run);
				say(describe(contender, run));
			}
			await started.stop();
			measured.set(contender, runs);
		}
	} finally {
		server.close();
	}
	return measured;
}

function describe(contender: Contender, { wallMs, server, isComplete, profile = {} }: Run): string {
	const shares = Object.entries(profile)
		.slice(0, 8)
		.map(([owner, milliseconds]) => `${owner} ${Math.round(milliseconds)}`);
	const what = `${Math.round(wallMs)} ms, ${server.calls} calls${isComplete ? '' : ', not complete'}`;
	return [`  ${contender}: ${what}`, ...(shares.length > 0 ? [shares.join(', ')] : [])].join(
		'\n    ',
	);
}

async function startContender(
	given: Case,
	contender: Contender,
	host: BenchHost,
	greeting: Greeting,
): Promise<Started> {
	if (contender === 'axios') {
		const { PAGE_SIZE } = await import('../cases/cases.ts');
		const { node } = host.environment.host;
		const script = join(__dirname, 'axiosProcess.mts');
		const loop = await startRemote<LoopCommands, null>(script, greeting, { node, flags: FLAGS });
		return {
			run: async () => await loop.tell('run', given.work, given.pageSize ?? PAGE_SIZE),
			stop: async () => loop.close(),
		};
	}
	const { inputOf } = await import('../cases/workflows.ts');
	const items = inputOf(given.work, contender);
	const n8n = await host.start();
	return {
		run: async () => await n8n.run(`${given.name}-${contender}`, items),
		stop: async () => await n8n.stop(),
	};
}
