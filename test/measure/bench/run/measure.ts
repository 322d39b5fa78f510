import { PAGE_SIZE, type Case, type Contender } from '../cases/cases';
import { inputOf } from '../cases/workflows';
import type { InsideRun, Run } from '../report/figures';
import type { Greeting } from './commands';
import type { BenchHost } from './n8nHost.cts';
import { pauseForLimit, startAxiosProcess, startSandboxProcess } from './processes.cts';

/** A contender whose process is running. */
interface StartedContender {
	run: () => Promise<InsideRun>;
	stop: () => Promise<void>;
}

/** Runs all contenders of a case, one after another, each in processes of its own, against one sandbox. */
export async function measureCase(
	given: Case,
	host: BenchHost,
	port: number,
	say: (line: string) => void,
): Promise<Map<Contender, Run[]>> {
	const server = await startSandboxProcess({ ...given.sandbox, port });
	const { ledgerIds } = server.greeting;
	const work = given.work.ledgerIds.length > 0 ? given.work : { ...given.work, ledgerIds };
	const whole = { ...given, work };
	const truth = await server.call('truth', work);
	const measured = new Map<Contender, Run[]>();
	try {
		for (const contender of given.contenders) {
			const started = await startContender(whole, contender, host, server.greeting);
			const runs: Run[] = [];
			// The first runs warm both sides up, and make the sandbox prepare its answers.
			for (let count = -given.warmUps; count < given.runs; count++) {
				if (given.callsPerSecond !== undefined) await pauseForLimit();
				await server.call('prepare', { ...given, faults: count < 0 ? [] : given.faults });
				const inside = await started.run();
				const record = await server.call('record');
				const isComplete = inside.fetched.digest === truth.digest;
				const run = { ...inside, server: record, isComplete };
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
): Promise<StartedContender> {
	if (contender === 'axios') {
		const loop = await startAxiosProcess(greeting, host.environment.host.node);
		return {
			run: async () => await loop.call('run', given.work, given.pageSize ?? PAGE_SIZE),
			stop: async () => loop.close(),
		};
	}
	const items = inputOf(given.work, contender);
	const n8n = await host.start();
	return {
		run: async () => await n8n.run(`${given.name}-${contender}`, items),
		stop: async () => await n8n.stop(),
	};
}
