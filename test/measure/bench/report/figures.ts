import type { LimitedRun } from './limitedRun.ts';

/** The entries of a run: their number, and a digest that changes with any loss, duplicate or change of order. */
export interface EntriesDigest {
	count: number;
	digest: string;
}

/** The measurements of one run inside the process that does the work. */
export interface InsideRun {
	/** The time of the nodes, or of the axios loop. */
	wallMs: number;
	/** The time from the webhook to the end of the last node; the axios loop has none. */
	elapsedMs?: number;
	/** The processor time of the whole process during the run. */
	cpuMs: number;
	/** The most memory that the process has had so far. */
	peakRssBytes: number;
	/** The bytes of the output on the heap. */
	outputBytes: number;
	fetched: EntriesDigest;
	/** The error, if the run failed. */
	failure?: string;
	/** Milliseconds by package, if the run was profiled. */
	profile?: Record<string, number>;
}

/** The measurements of one run in the sandbox. */
export interface ServerRun {
	/** Calls without those for tokens. */
	calls: number;
	tokens: number;
	/** Calls that were answered 401, 429 or 503. */
	refused: number;
	/** The most calls at the same time. */
	inFlight: number;
	cpuMs: number;
	/** The times before and after the limit, if it refused a call. */
	limit?: LimitedRun;
}

/** All measurements of one run. */
export type Run = InsideRun & { server: ServerRun; isComplete: boolean };

/** The median of several numbers (the lower one of an even count), the least and the greatest. */
export interface Spread {
	median: number;
	min: number;
	max: number;
}

/** @throws RangeError if there are none */
export function spreadOf(numbers: number[]): Spread {
	const sorted = [...numbers].sort((one, other) => one - other);
	const [min, median, max] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)];
	if (min === undefined || median === undefined || max === undefined) {
		throw new RangeError('There is no run');
	}
	return { median, min, max };
}

/** The figures of a contender in a case: medians, and maxima of memory and of calls at once. */
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
	/** Of the median run. */
	limit?: LimitedRun;
	/** Of the median run, if it was profiled. */
	profile?: Record<string, number>;
	/** Of the first run that failed. */
	failure?: string;
}

/** Summarises the runs of a contender in a case. */
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
