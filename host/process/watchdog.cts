import { spawn, type ChildProcess } from 'node:child_process';

const isWindows = process.platform === 'win32';

const kill = isWindows
	? `require('node:child_process').spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])`
	: `process.kill(-pid, 'SIGKILL')`;

/** Reads pids from its input, negative ones to forget; when the input ends, whoever wrote it is gone. */
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
 * From now on the process group is ended when this process is gone, however it went: a handler of the `exit` event does
 * not run after a signal, nor inside jest.
 */
export function watch(pid: number): void {
	watched.add(pid);
	watchdog ??= startWatchdog();
	watchdog.stdin?.write(`${pid}\n`);
}

/** The group is gone, its pid may soon be another's. */
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
		// A Ctrl-C at the terminal is not for it: it is there for what comes after.
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
