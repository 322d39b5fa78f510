import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { unwatch, watch } from './watchdog.cts';

/** How a program ended. `code` is null if a signal ended it, or if it could not be started (`startError` says why). */
export interface Exit {
	code: number | null;
	signal: NodeJS.Signals | null;
	startError?: string;
}

export interface ProgramOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** The path of both log files, without `.out` and `.err`. They are files, since n8n truncates a pipe when it exits. */
	log: string;
}

/** A program with a process group of its own, so that everything it starts ends with it. */
export interface Program {
	/** Settles when the program and its process group have ended. Never rejects. */
	exited: Promise<Exit>;
	/** Asks the program to end, and kills it after the grace period. Settles like `exited`. */
	stop(graceMs?: number): Promise<Exit>;
}

const running = new Set<number>();
const isWindows = process.platform === 'win32';

/** Kills every program that was started here. */
export function killPrograms(): void {
	for (const pid of running) killGroup(pid);
}

/** Starts a program; its output goes to `<log>.out` and `<log>.err`. */
export function startProgram(
	command: string,
	args: readonly string[],
	options: ProgramOptions,
): Program {
	mkdirSync(dirname(options.log), { recursive: true });
	const out = openSync(`${options.log}.out`, 'w');
	const err = openSync(`${options.log}.err`, 'w');
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.env,
		stdio: ['ignore', out, err],
		detached: !isWindows,
		windowsHide: true,
	});
	closeSync(out);
	closeSync(err);
	const { pid } = child;
	if (pid !== undefined) {
		running.add(pid);
		watch(pid);
	}

	const exited = new Promise<Exit>((resolve) => {
		child.on('error', (error) => resolve({ code: null, signal: null, startError: error.message }));
		child.once('exit', (code, signal) => resolve({ code, signal }));
	}).finally(() => {
		if (pid === undefined) return;
		if (!isWindows) killGroup(pid);
		running.delete(pid);
		unwatch(pid);
	});

	const stop = async (graceMs = 10_000) => {
		if (pid === undefined || !running.has(pid)) return await exited;
		const timer = setTimeout(() => killGroup(pid), isWindows ? 0 : graceMs);
		if (!isWindows) child.kill('SIGTERM');
		return await exited.finally(() => clearTimeout(timer));
	};
	return { exited, stop };
}

/** The output of a program so far. */
export async function readLog(log: string): Promise<{ stdout: string; stderr: string }> {
	const [stdout, stderr] = await Promise.all(
		['out', 'err'].map(
			async (ending) => await readFile(`${log}.${ending}`, 'utf8').catch(() => ''),
		),
	);
	return { stdout: stdout ?? '', stderr: stderr ?? '' };
}

/** The last lines of both logs for a message, errors last, without lines that match `noise`. */
export function tailOf(stdout: string, stderr: string, noise = /^$/): string {
	const last = (text: string) =>
		text
			.split(/\r?\n/)
			.filter((line) => line.trim() !== '' && !noise.test(line))
			.slice(-15);
	return [...last(stdout), ...last(stderr)].join('\n');
}

function killGroup(pid: number): void {
	if (isWindows) {
		spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
		return;
	}
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// The group has ended.
	}
}
