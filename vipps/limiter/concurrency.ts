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

/** An opening that gives less than this share of the answers it promised is taken back: something else holds the calls up. */
const LEAST_GAIN = 0.5;

/** What counts as usual grows by so much in a round, since other answers may take longer. */
const FORGET_FACTOR = 1.1;

/** What was so before the window was opened, by a factor. */
interface Opening {
	size: number;
	/** Answers per millisecond. */
	rate: number;
	factor: number;
}

/**
 * How many calls are pending at the same time: opens up while answers are fine, come no later than usual, and come faster for it, as TCP
 * does.
 */
export function createConcurrency(maxConcurrency: number, now: () => number) {
	let size = Math.min(FIRST_CONCURRENCY, maxConcurrency);
	/** Until something speaks against it, the window doubles in each round. */
	let isDoubling = true;
	let usualLatency = Infinity;
	/** How many rounds have to be fine before it opens again, and how many were. */
	let quiet = { wanted: 0, seen: 0 };
	let opening: Opening | undefined;
	const newRound = () => ({
		...{ size: Math.floor(size), startedAt: now(), answered: 0, hasFailed: false },
		firstAnswerAt: Infinity,
		/** Of the calls that started in it: those before it were made in another window. */
		latencies: [] as number[],
	});
	/** A round has as many answers as calls were allowed when it began. */
	let round = newRound();

	const resize = (wanted: number) => {
		size = Math.min(maxConcurrency, Math.max(1, wanted));
	};
	const narrowTo = (wanted: number) => {
		isDoubling = false;
		opening = undefined;
		const hasOpened = quiet.seen > quiet.wanted;
		quiet = { wanted: Math.max(1, hasOpened ? 2 * quiet.wanted : quiet.wanted), seen: 0 };
		resize(wanted);
	};
	const noteFailure = () => {
		// Calls that were pending together fail together: they count as one failure.
		if (!round.hasFailed) narrowTo(size * DECREASE_FACTOR);
		round.hasFailed = true;
	};
	const open = (rate: number) => {
		opening = undefined;
		if (++quiet.seen <= quiet.wanted || size >= maxConcurrency) return;
		const before = size;
		resize(isDoubling ? 2 * size : Math.max(size + 1, size * INCREASE_FACTOR));
		opening = { size: before, rate, factor: size / before };
	};
	const hasHelped = (rate: number, { rate: before, factor }: Opening) =>
		rate >= before * (1 + LEAST_GAIN * (factor - 1));
	const endRound = (isWanted: boolean) => {
		const latency = medianOf(round.latencies) ?? usualLatency;
		const ratio = latency / usualLatency;
		// As measured, or by Little's law if that is less: answers may come all at once.
		const measured = (round.answered - 1) / (now() - round.firstAnswerAt) || Infinity;
		const rate = Math.min(measured, round.size / latency);
		if (ratio > SLOWER) isDoubling = false;
		if (ratio > MUCH_SLOWER) narrowTo(Math.max(Math.min(size, LEAST_CONCURRENCY), size / ratio));
		else if (isWanted && !round.hasFailed) {
			if (opening && !hasHelped(rate, opening)) narrowTo(opening.size);
			else if (ratio <= SLOWER) open(rate);
		}
		usualLatency = Math.min(latency, usualLatency * FORGET_FACTOR);
		round = newRound();
	};

	return {
		concurrency: () => Math.floor(size),
		/** Takes an answer. `isWanted`: whether a call waits for it. Without one, nothing opens: it would not be known to be fine. */
		note(verdict: Verdict, latencyMs: number, isWanted: boolean) {
			if (verdict !== 'fine') noteFailure();
			round.firstAnswerAt = Math.min(round.firstAnswerAt, now());
			if (now() - latencyMs >= round.startedAt) round.latencies.push(latencyMs);
			if (++round.answered >= round.size) endRound(isWanted);
		},
	};
}

const medianOf = (numbers: number[]): number | undefined =>
	[...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
