import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Report } from './progress.cts';

const limitMs = 30 * 60_000;

/**
 * Does the work while no other process works on the same folder. Waits for a process that does; ignores one that has
 * ended.
 *
 * @throws Error if the other process takes longer than half an hour
 */
export async function holdLock<Result>(
	folder: string,
	work: () => Promise<Result>,
	report?: Report,
): Promise<Result> {
	const start = Date.now();
	for (;;) {
		const taken = await tryLock(folder);
		if ('release' in taken) return await work().finally(taken.release);
		if (Date.now() - start > limitMs) {
			throw new Error(
				`Process ${taken.holder} still holds ${folder}.lock. If it is none of this, delete that file.`,
			);
		}
		report?.(`waiting for process ${taken.holder}, which is at the same work`);
		await sleep(500);
	}
}

/** Locks the folder, or gives the running process that has locked it (0 while that process writes the lock). */
export async function tryLock(
	folder: string,
): Promise<{ release: () => Promise<void> } | { holder: number }> {
	const lock = `${folder}.lock`;
	await mkdir(dirname(lock), { recursive: true });
	if (await take(lock)) return { release: async () => await rm(lock, { force: true }) };
	const holder = Number(await readFile(lock, 'utf8').catch(() => '')) || 0;
	if (holder ? isAlive(holder) : !(await isOld(lock))) return { holder };
	await rm(lock, { force: true });
	return await tryLock(folder);
}

async function take(lock: string): Promise<boolean> {
	try {
		await writeFile(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/** A lock without a process is either being written now or was never written completely. */
async function isOld(lock: string): Promise<boolean> {
	const written = await stat(lock).catch(() => undefined);
	return written !== undefined && Date.now() - written.mtimeMs > 5_000;
}

function isAlive(pid: number): boolean {
	if (pid === process.pid) return true;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
