import type { Verdict } from './rate';

/** Pending calls at first: enough for a month of dates or 40 ledgers. */
export const FIRST_CONCURRENCY = 40;

/** The most that a user can allow, and that opens up by itself. */
export const MAX_CONCURRENCY = 200;

/** Fewer are not kept for slow answers alone. */
const LEAST_CONCURRENCY = 10;

/** The share of the concurrency that is kept after a failure or a 429, as CUBIC keeps of a window (RFC 9438). */
const DECREASE_FACTOR = 0.7;

/** Answers that take so many times as long as usual open no further, */
const SLOWER = 1.5;
/** and these narrow. */
const MUCH_SLOWER = 2;

/** After a failure the concurrency grows by so much in a round. */
const INCREASE_FACTOR = 1.25;

/** What counts as usual grows by so much in a round, since other answers may take longer. */
const FORGET_FACTOR = 1.1;

/** How many calls are pending at the same time: opens up while answers are fine and come no later than usual, as TCP does. */
export function createConcurrency(maxConcurrency: number) {
	let size = Math.min(FIRST_CONCURRENCY, maxConcurrency);
	/** Until something speaks against it, the window doubles in each round. */
	let isDoubling = true;
	let usualLatency = Infinity;
	/** How many rounds have to be fine before it opens again, and how many were. */
	let quiet = { wanted: 0, seen: 0 };
	/** A round has as many answers as calls were allowed when it began. */
	let round = { size, latencies: [] as number[], hasFailed: false };

	const resize = (wanted: number) => {
		size = Math.min(maxConcurrency, Math.max(1, wanted));
	};
	const narrow = () => {
		isDoubling = false;
		// Calls that were pending together fail together: they count as one failure.
		if (round.hasFailed) return;
		round.hasFailed = true;
		const hasOpened = quiet.seen > quiet.wanted;
		quiet = { wanted: Math.max(1, hasOpened ? 2 * quiet.wanted : quiet.wanted), seen: 0 };
		resize(size * DECREASE_FACTOR);
	};
	const open = () => {
		if (++quiet.seen > quiet.wanted) resize(size * (isDoubling ? 2 : INCREASE_FACTOR));
	};
	const endRound = (isWanted: boolean) => {
		const latency = medianOf(round.latencies);
		const ratio = latency / usualLatency;
		if (ratio > SLOWER) isDoubling = false;
		if (ratio > MUCH_SLOWER) resize(Math.max(Math.min(size, LEAST_CONCURRENCY), size / ratio));
		else if (ratio <= SLOWER && isWanted && !round.hasFailed) open();
		usualLatency = Math.min(latency, usualLatency * FORGET_FACTOR);
		round = { size: Math.floor(size), latencies: [], hasFailed: false };
	};

	return {
		concurrency: () => Math.floor(size),
		/** Takes an answer. `isWanted`: whether a call waits for it. Without one, nothing opens: it would not be known to be fine. */
		note(verdict: Verdict, latencyMs: number, isWanted: boolean) {
			if (verdict !== 'fine') narrow();
			round.latencies.push(latencyMs);
			if (round.latencies.length >= round.size) endRound(isWanted);
		},
	};
}

const medianOf = (numbers: number[]): number =>
	[...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
