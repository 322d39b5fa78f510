import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, loopback } from '../process/ports.cts';
import { readLog, startProgram, tailOf, type Exit } from '../process/program.cts';
import { noise, portVariables, type N8nEnvironment } from './environment.cts';

/** A running n8n with its editor and its REST API. */
export interface N8nServer {
	/** Without a trailing slash. */
	url: string;
	port: number;
	/** Settles when the server ends for any reason. */
	exited: Promise<Exit>;
	/** The last lines n8n printed. */
	log(): Promise<string>;
	/** Stops it and every process it started; kills them after ten seconds. */
	stop(): Promise<void>;
}

export interface ServerOptions {
	/** Not checked: call `freePort` first. Any free port by default. */
	port?: number;
	/** The longest time of a start. */
	limitMs?: number;
}

/**
 * Starts n8n and waits until it answers.
 *
 * @throws Error with the last lines it printed, if it ends by itself or is not ready in time (two minutes)
 */
export async function startServer(
	environment: N8nEnvironment,
	{ port, limitMs = 120_000 }: ServerOptions = {},
): Promise<N8nServer> {
	const { host, userFolder, variables, nextLog } = environment;
	const chosen = port ?? (await freePort());
	const log = nextLog('start');
	const program = startProgram(host.node, [host.command, 'start'], {
		cwd: userFolder,
		env: { ...variables, ...(await portVariables(chosen)) },
		log,
	});
	const url = `http://${loopback}:${chosen}`;
	const lastLines = async () => {
		const { stdout, stderr } = await readLog(log);
		return tailOf(stdout, stderr, noise);
	};

	let ended: Exit | undefined;
	void program.exited.then((exit) => (ended = exit));
	const start = Date.now();
	while (!(await isReady(url))) {
		if (ended) {
			throw new Error(
				`n8n ended while starting (exit code ${ended.code}). Its last lines:\n${await lastLines()}`,
			);
		}
		if (Date.now() - start > limitMs) {
			await program.stop();
			const waited = Math.round(limitMs / 1000);
			throw new Error(`n8n was not ready after ${waited} s. Its last lines:\n${await lastLines()}`);
		}
		await sleep(200);
	}
	return {
		url,
		port: chosen,
		exited: program.exited,
		log: lastLines,
		stop: async () => void (await program.stop()),
	};
}

/** `/healthz` answers before the API does; the settings are available last. */
async function isReady(url: string): Promise<boolean> {
	try {
		const answer = await fetch(`${url}/rest/settings`, { signal: AbortSignal.timeout(5_000) });
		if (!answer.ok) return false;
		return 'data' in ((await answer.json()) as object);
	} catch {
		return false;
	}
}
