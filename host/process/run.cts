import { readLog, startProgram, tailOf, type ProgramOptions } from './program.cts';

export interface RunOptions extends ProgramOptions {
	/** After this long the program is ended and the run fails. */
	limitMs: number;
	/** Called about every second while it runs. */
	onTick?: () => void;
	/** Lines that say nothing about a failure: left out of `tail`. */
	noise?: RegExp;
}

/** A program that came to its end by itself, whatever its exit code. */
export interface Run {
	code: number | null;
	stdout: string;
	/** The last lines of all it printed, errors last. */
	tail: string;
}

/**
 * Runs a program to its end.
 *
 * @throws Error when it cannot be started or takes longer than `limitMs`, with the last lines it printed
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
	if (exit.problem) throw new Error(`${command} could not be started: ${exit.problem}`);
	if (isLate) {
		const seconds = Math.round(options.limitMs / 1000);
		throw new Error(`${args.join(' ')}\ndid not end within ${seconds} s. Its last lines:\n${tail}`);
	}
	return { code: exit.code, stdout, tail };
}
