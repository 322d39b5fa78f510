import { spawnSync } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Settles when the demo has to end: after Ctrl-C, a signal, a closed terminal, or the end of the process that started it.
 * Further signals are ignored, since the demo ends within a few seconds.
 */
export async function interruption(): Promise<void> {
	const watched = ancestors();
	await new Promise<void>((resolve) => {
		for (const signal of signals) process.on(signal, () => resolve());
		setInterval(() => {
			if (!watched.every(isAlive)) resolve();
		}, 1000).unref();
	});
}

/**
 * The parent process, which is tsx; under npm also npm and the shell of its script. They have to be watched, since a
 * signal to npm reaches that shell at most.
 */
function ancestors(): number[] {
	const watched = [process.ppid];
	if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return watched;
	const chain: number[] = [];
	for (let pid = process.ppid; pid > 1 && chain.length < 5; ) {
		const [parent = '', command = ''] = describe(pid);
		chain.push(pid);
		if (/(^|[/ ])npm(-cli\.js)?( |$)/.test(command)) return chain;
		pid = Number(parent);
	}
	return watched;
}

/** A process's parent and its command line. */
function describe(pid: number): string[] {
	const columns = ['-o', 'ppid=', '-o', 'command=', '-p', String(pid)];
	const { stdout } = spawnSync('ps', columns, { encoding: 'utf8' });
	return /^\s*(\d+)\s+(.*)/.exec(stdout ?? '')?.slice(1) ?? [];
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
