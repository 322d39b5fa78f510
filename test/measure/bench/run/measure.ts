import { PAGE_SIZE, type Case, type Contender } from '../cases/case';
import { inputOf } from '../cases/workflows';
import type { InsideRun, Run } from '../report/figures';
import type { Greeting } from './commands';
import type { BenchHost, StartedHost } from './n8nHost.cts';
import { pauseForLimit, startAxiosProcess, startSandboxProcess } from './processes.cts';

/** A contender whose process is running. */
interface StartedContender {
	run: () => Promise<InsideRun>;
	stop: () => Promise<void>;
}

/** Runs all contenders of a case against one sandbox, in its mode. */
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
	const measured = new Map<Contender, Run[]>(given.contenders.map((contender) => [contender, []]));
	// The first runs warm both sides up, and make the sandbox prepare its answers.
	const counts = Array.from(
		{ length: given.warmUps + given.runs },
		(_, run) => run - given.warmUps,
	);
	const measure = async (contender: Contender, started: StartedContender, count: number) => {
		if (given.callsPerSecond !== undefined) await pauseForLimit();
		await server.call('prepare', { ...given, faults: count < 0 ? [] : given.faults });
		const inside = await started.run();
		const record = await server.call('record');
		const isComplete = inside.fetched.digest === truth.digest;
		const { wallMs, elapsedMs = wallMs } = inside;
		const time = given.mode === 'alone' ? wallMs : elapsedMs;
		const run = { ...inside, wallMs: time, server: record, isComplete };
		if (count >= 0) measured.get(contender)?.push(run);
		say(describe(contender, run));
	};
	const contend = async (contender: Contender, n8n: StartedHost, count: number) =>
		await measure(contender, inN8n(whole, contender, n8n), count);
	try {
		if (given.mode === 'alone') {
			for (const contender of given.contenders) {
				const started = await startContender(whole, contender, host, server.greeting);
				for (const count of counts) await measure(contender, started, count);
				await started.stop();
			}
			return measured;
		}
		let n8n = await host.start();
		for (const count of counts) {
			for (const contender of given.contenders) {
				await contend(contender, n8n, count);
				if (given.mode === 'first') n8n = await restarted(n8n, host);
			}
		}
		await n8n.stop();
	} finally {
		server.close();
	}
	return measured;
}

async function restarted(n8n: StartedHost, host: BenchHost): Promise<StartedHost> {
	await n8n.stop();
	return await host.start();
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
	return inN8n(given, contender, await host.start());
}

function inN8n(given: Case, contender: Contender, n8n: StartedHost): StartedContender {
	const items = inputOf(given.work, contender);
	return {
		run: async () => await n8n.run(`${given.name}-${contender}`, items),
		stop: async () => await n8n.stop(),
	};
}
