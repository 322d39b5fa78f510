import { readLog, startProgram, tailOf, type ProgramOptions } from './program.cts';

export interface RunOptions extends ProgramOptions {
	/** After this time the program is stopped and the run fails. */
	limitMs: number;
	/** Called about every second during the run. */
	onTick?: () => void;
	/** Lines to leave out of `tail`, since they do not explain a failure. */
	noise?: RegExp;
}

/** A program that ended by itself, with any exit code. */
export interface Run {
	code: number | null;
	stdout: string;
	/** The last lines it printed, errors last. */
	tail: string;
}

/**
 * Runs a program, and waits until it ends.
 *
 * @throws Error with the last lines it printed, if it cannot be started or takes longer than `limitMs`
 */
export async function runProgram(
	command: string,
	args: readonly string[],
	options: RunOptions,
): Promise<Run> {
	const program = startProgram(command, args, options);
	let isLate = false;
	const limit = setTimeout(() => {
		isLate = true;
		void program.stop();
	}, options.limitMs);
	const ticks = setInterval(() => options.onTick?.(), 1000);
	const exit = await program.exited;
	clearTimeout(limit);
	clearInterval(ticks);

	const { stdout, stderr } = await readLog(options.log);
	const tail = tailOf(stdout, stderr, options.noise);
	if (exit.startError) throw new Error(`${command} could not be started: ${exit.startError}`);
	if (isLate) {
		const seconds = Math.round(options.limitMs / 1000);
		throw new Error(`${args.join(' ')}\ndid not end within ${seconds} s. Its last lines:\n${tail}`);
	}
	return { code: exit.code, stdout, tail };
}
