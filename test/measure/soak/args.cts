import { helpFlag, readFlags, wholeNumber } from '../../../host/process/commandLine.cts';

/** The options of `npm run soak`. */
export interface SoakOptions {
	minutes: number;
	seed: number;
	write: boolean;
	help: boolean;
}

const MOST_MINUTES = 10;

export const usage = `Usage: npm run soak [-- --minutes 10] [--seed 1] [--write]

Runs workflows through n8n's engine against the mock API while that fails in every way it can, and compares every
result with the truth. Exit status 1 when anything is missing, doubled or leaked, does not end, or grows.

  --minutes N  how long, from 0.1 to ${MOST_MINUTES}: default ${MOST_MINUTES}
  --seed N     draws the same runs and faults again: default by the clock, and printed
  --write      puts the figures into docs/internals/reliability.md
  --help       show this`;

/** @throws Error, readable, about the first argument that is none or has no such value */
export function parseArguments(args: readonly string[], now = Date.now()): SoakOptions {
	const values = readFlags(args, {
		...helpFlag,
		minutes: { type: 'string', default: String(MOST_MINUTES) },
		seed: { type: 'string', default: String(now % 1_000_000) },
		write: { type: 'boolean', default: false },
	});
	const minutes = Number(values.minutes);
	if (!(minutes >= 0.1 && minutes <= MOST_MINUTES)) {
		throw new Error(`--minutes must be from 0.1 to ${MOST_MINUTES}, not ${values.minutes}`);
	}
	const seed = wholeNumber('--seed', values.seed);
	return { minutes, seed, write: values.write, help: values.help };
}
