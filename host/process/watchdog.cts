import { spawn, type ChildProcess } from 'node:child_process';

const isWindows = process.platform === 'win32';

const kill = isWindows
	? `require('node:child_process').spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])`
	: `process.kill(-pid, 'SIGKILL')`;

/** Reads pids from its input; a negative one is removed. The input ends when the process that writes it has ended. */
const script = `
	const pids = new Set();
	const input = require('node:readline').createInterface({ input: process.stdin });
	input.on('line', (line) => (line > 0 ? pids.add(+line) : pids.delete(-line)));
	input.on('close', () => {
		for (const pid of pids) try { ${kill} } catch {}
	});`;

let watchdog: ChildProcess | undefined;
const watched = new Set<number>();

/**
 * Kills the process group when this process has ended for any reason. A handler of the `exit` event would not run after
 * a signal, nor inside jest.
 */
export function watch(pid: number): void {
	watched.add(pid);
	watchdog ??= startWatchdog();
	watchdog.stdin?.write(`${pid}\n`);
}

/** Stops watching a group that has ended: its pid may be used again. */
export function unwatch(pid: number): void {
	watched.delete(pid);
	watchdog?.stdin?.write(`-${pid}\n`);
	if (watched.size > 0) return;
	watchdog?.stdin?.end();
	watchdog = undefined;
}

function startWatchdog(): ChildProcess {
	const started = spawn(process.execPath, ['-e', script], {
		stdio: ['pipe', 'ignore', 'ignore'],
		// Detached, so that a Ctrl-C at the terminal does not end it.
		detached: true,
		windowsHide: true,
		env: { ...process.env, NODE_OPTIONS: '' },
	});
	started.on('error', () => undefined);
	started.stdin.on('error', () => undefined);
	started.unref();
	if ('unref' in started.stdin && typeof started.stdin.unref === 'function') started.stdin.unref();
	return started;
}
