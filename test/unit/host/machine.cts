import { spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import type { RunOptions } from '../../../host/process/run.cts';

/*
 * What these tests need of Node's own modules, which n8n's lint keeps out of every .ts file.
 */

export { existsSync } from 'node:fs';
export { readFile, rm, utimes, writeFile } from 'node:fs/promises';
export { setTimeout as pause } from 'node:timers/promises';
export { join } from 'node:path';
export { stripVTControlCharacters } from 'node:util';

export const node = process.execPath;
export const ownPid = process.pid;
export const pathDelimiter = delimiter;

export async function temporaryFolder(): Promise<string> {
	return await mkdtemp(join(tmpdir(), 'test-'));
}

export function runOptions(folder: string, name: string): RunOptions {
	return { cwd: folder, env: process.env, log: join(folder, name), limitMs: 20_000 };
}

/** The pid of a process that has ended. */
export function deadPid(): number {
	return spawnSync(node, ['-e', '']).pid;
}

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Listens until `close` is called. */
export async function listen(port: number, host: string): Promise<{ close: () => void }> {
	return await new Promise((resolve, reject) => {
		const server = createServer((socket) => socket.destroy());
		server.once('error', reject).listen(port, host, () => resolve(server));
	});
}
