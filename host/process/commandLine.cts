import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The flags of a command, as `parseArgs` of Node's util wants them. */
export type Flags = NonNullable<ParseArgsConfig['options']>;

/** The flag that every command has. */
export const helpFlag = { help: { type: 'boolean', short: 'h', default: false } } as const;

/**
 * The values of a command's flags.
 *
 * @throws TypeError, readable, about the first argument that is no flag of the command
 */
export const readFlags = <const Known extends Flags>(args: readonly string[], flags: Known) =>
	parseArgs({ args: [...args], options: flags, strict: true }).values;

/**
 * The values of the flags that are known, and all other arguments as they were written, for another program to read.
 * A text flag without its value is `true`.
 */
export function takeFlags(
	args: readonly string[],
	flags: Flags,
): { values: Record<string, unknown>; rest: string[] } {
	const parsed = parseArgs({ args: [...args], options: flags, strict: false, tokens: true });
	const taken = new Set<number>();
	const others = new Set<number>();
	for (const token of parsed.tokens) {
		const flag = token.kind === 'option' && Object.hasOwn(flags, token.name) && flags[token.name];
		if (!flag || (flag.type === 'boolean' && token.value !== undefined)) {
			others.add(token.index);
			continue;
		}
		taken.add(token.index);
		if (token.inlineValue === false) taken.add(token.index + 1);
	}
	const known = Object.entries(parsed.values).filter(([name]) => Object.hasOwn(flags, name));
	return {
		values: Object.fromEntries(known),
		rest: args.filter((_, index) => others.has(index) || !taken.has(index)),
	};
}

/**
 * The value of a flag as a whole number.
 *
 * @throws Error, readable, when it is none or lower than `from`
 */
export function wholeNumber(flag: string, value: string, from = 0): number {
	const number = Number(value);
	if (Number.isSafeInteger(number) && number >= from) return number;
	const bound = from > 0 ? ` from ${from}` : '';
	throw new Error(`${flag} must be a whole number${bound}, not ${value}`);
}

/** A command that is started from a terminal. */
export interface Command<Options extends { help: boolean }> {
	/** The answer to `--help`, and what is printed below the message about a wrong argument. */
	usage: string;
	/** @throws Error, readable, about the first argument that is wrong */
	parse: (args: readonly string[]) => Options;
	/** Gives the exit status. */
	run: (options: Options) => Promise<number>;
	/** The exit status after a wrong argument: 1 by default. */
	wrongArgumentStatus?: number;
}

/** Runs a command on the arguments of this process. Gives its exit status. */
export async function runCommand<Options extends { help: boolean }>(
	{ usage, parse, run, wrongArgumentStatus = 1 }: Command<Options>,
	args: readonly string[] = process.argv.slice(2),
): Promise<number> {
	let options: Options;
	try {
		options = parse(args);
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		return wrongArgumentStatus;
	}
	if (!options.help) return await run(options);
	console.log(usage);
	return 0;
}

/** Ends this process, whatever still runs, when all it printed has been written. */
export const exit = (status: number): void =>
	void process.stdout.write('', () => process.exit(status));
