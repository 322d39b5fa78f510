import type { LimitedRun } from './limitedRun.ts';

/** The entries that a run brought, in order: how many, and a digest that any loss, doubling or change of order changes. */
export interface EntriesDigest {
	count: number;
	digest: string;
}

/** What is seen of one run from inside the process that does the work. */
export interface InsideRun {
	/** The time that the nodes, or the loop, took. */
	wallMs: number;
	/** Of the whole process, from the run's begin to its end. */
	cpuMs: number;
	/** The most memory that the process has ever had. */
	peakRssBytes: number;
	/** How much less is on the heap when the output is let go. */
	outputBytes: number;
	fetched: EntriesDigest;
	/** Why it did not come to its end. */
	failure?: string;
	/** Where its time went, in milliseconds by package, if that was asked for. */
	profile?: Record<string, number>;
}

/** What the sandbox saw of one run. */
export interface ServerRun {
	/** Tokens excluded. */
	calls: number;
	tokens: number;
	/** Calls that were answered 401 or 429. */
	refused: number;
	/** The most calls that were under way at once. */
	inFlight: number;
	cpuMs: number;
	/** What a limit made of the run, where calls were refused by one. */
	limit?: LimitedRun;
}

/** Both sides of one run. */
export type Run = InsideRun & { server: ServerRun; isComplete: boolean };

/** The middle one of several numbers, of an even count the lower one of the two; and the ends. */
export interface Spread {
	median: number;
	min: number;
	max: number;
}

/** @throws RangeError when there are none */
export function spreadOf(numbers: number[]): Spread {
	const sorted = [...numbers].sort((one, other) => one - other);
	const [min, median, max] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)];
	if (min === undefined || median === undefined || max === undefined) {
		throw new RangeError('There is no run');
	}
	return { median, min, max };
}

/** The figures of a contender in a case: medians, but for the most and the worst. */
export interface Figures {
	wallMs: Spread;
	cpuMs: number;
	serverCpuMs: number;
	peakRssBytes: number;
	outputBytes: number;
	calls: number;
	tokens: number;
	refused: number;
	inFlight: number;
	completeRuns: number;
	runs: number;
	/** Of the run in the middle. */
	limit?: LimitedRun;
	/** Of the run in the middle, if it was asked for. */
	profile?: Record<string, number>;
	/** Of the first run that failed. */
	failure?: string;
}

/** Boils the runs of a contender in a case down. */
export function figuresOf(runs: Run[]): Figures {
	const median = (of: (run: Run) => number) => spreadOf(runs.map(of)).median;
	const byTime = [...runs].sort((one, other) => one.wallMs - other.wallMs);
	const middle = byTime[(byTime.length - 1) >> 1];
	const most = (of: (run: Run) => number) => Math.max(...runs.map(of));
	return {
		wallMs: spreadOf(runs.map(({ wallMs }) => wallMs)),
		cpuMs: median(({ cpuMs }) => cpuMs),
		serverCpuMs: median(({ server }) => server.cpuMs),
		peakRssBytes: most(({ peakRssBytes }) => peakRssBytes),
		outputBytes: median(({ outputBytes }) => outputBytes),
		calls: median(({ server }) => server.calls),
		tokens: median(({ server }) => server.tokens),
		refused: median(({ server }) => server.refused),
		inFlight: most(({ server }) => server.inFlight),
		completeRuns: runs.filter(({ isComplete }) => isComplete).length,
		runs: runs.length,
		limit: middle?.server.limit,
		profile: middle?.profile,
		failure: runs.find(({ failure }) => failure !== undefined)?.failure,
	};
}
