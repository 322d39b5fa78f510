import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { portVariables, type N8nEnvironment } from '../../../host/drive/environment.cts';
import { readLog, startProgram, tailOf } from '../../../host/process/program.cts';

const START_LIMIT_MS = 120_000;

/** A worker process of n8n. */
export interface Worker {
	/** Everything it has printed. */
	log(): Promise<string>;
	/** Kills it together with all processes that it started. */
	kill(): Promise<void>;
	/** Asks it to end: it finishes its jobs and accepts no new ones. */
	stop(): Promise<void>;
}

/**
 * Starts a worker, and waits until it accepts jobs.
 *
 * @throws Error with the last lines it printed, if that takes longer than two minutes
 */
export async function startWorker(environment: N8nEnvironment): Promise<Worker> {
	const { host, userFolder, variables, nextLog } = environment;
	const log = nextLog('worker');
	const pidFile = `${log}.pid`;
	// The shell writes its process id to a file and becomes n8n: so n8n can be killed without a signal that it handles.
	const script = 'echo $$ > "$0"; exec "$@"';
	const program = startProgram('sh', ['-c', script, pidFile, host.node, host.command, 'worker'], {
		cwd: userFolder,
		env: { ...variables, ...(await portVariables()) },
		log,
	});
	const printed = async () => (await readLog(log)).stdout;
	for (const end = Date.now() + START_LIMIT_MS; ; await sleep(200)) {
		if ((await printed()).includes('n8n worker is now ready')) break;
		if (Date.now() < end) continue;
		await program.stop();
		const { stdout, stderr } = await readLog(log);
		throw new Error(`The worker did not start. Its last lines:\n${tailOf(stdout, stderr)}`);
	}
	const pid = Number(await readFile(pidFile, 'utf8'));
	return {
		log: printed,
		async kill() {
			process.kill(-pid, 'SIGKILL');
			await program.exited;
		},
		stop: async () => void (await program.stop(60_000)),
	};
}
