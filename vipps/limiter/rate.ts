/** What an answer says of the server: all is well, it is in trouble, or no call is to start for so many milliseconds (429). */
export type Verdict = 'fine' | 'failed' | { delayMs: number };

/** The lowest limit that is assumed, in calls per second. A server that allows fewer sends another 429. */
const LEAST_PER_SECOND = 4;

/** A stretch of time in which a limited number of calls starts. */
export interface Interval {
	start: number;
	/** How many calls started in it. */
	calls: number;
	/** How many of them were answered, and not refused. */
	answered: number;
	/** How many calls more than are known to be allowed were tried, and how many more are tried next. */
	tried: number;
	step: number;
	/** Whether it ended with a 429. */
	isRefused: boolean;
}

/**
 * How many calls start per interval. Without a limit until a 429: from then on as many as were answered in the interval that ended with it.
 * When all of an interval's calls are answered, one more is tried, then two, and so on, so that a 429 that passes is forgotten. A limit that
 * lasts refuses the one: after that, more and more intervals go by before the next try.
 */
export function createRate(now: () => number) {
	let pausedUntil = 0;
	let intervalMs = Infinity;
	let intervalCap = Infinity;
	const newInterval = (): Interval => ({
		...{ start: now(), calls: 0, answered: 0, tried: 0, step: 1, isRefused: false },
	});
	let interval = newInterval();
	/** How many intervals have to go by without a 429 before more calls are tried, and how many have. */
	let quiet = { wanted: 0, seen: 0 };

	const renew = () => {
		const { isRefused, tried, answered } = interval;
		const least = Math.ceil((intervalMs * LEAST_PER_SECOND) / 1000);
		if (isRefused && tried === 0) intervalCap = Math.max(answered, least);
		else if (tried > 0) intervalCap = Math.max(answered, intervalCap);
		if (!isRefused) quiet.seen++;
		interval = newInterval();
	};
	const tryMore = () => {
		const { isRefused, answered, tried, step } = interval;
		if (isRefused || quiet.seen < quiet.wanted || answered < intervalCap + tried) return;
		interval.tried += step;
		interval.step *= 2;
	};
	/** Gives whether the limit is news, and not one that was only tried again. */
	const refuse = (delayMs: number, ofCall: Interval): boolean => {
		pausedUntil = Math.max(pausedUntil, now() + delayMs);
		// A late 429 to a call of the interval before says nothing of this one.
		if (ofCall !== interval) return false;
		const isNews = interval.tried === 0;
		if (isNews) intervalMs = pausedUntil - interval.start;
		else if (!interval.isRefused) quiet = { wanted: Math.max(1, quiet.wanted * 2), seen: 0 };
		interval.isRefused = true;
		return isNews;
	};

	return {
		/** The milliseconds until a call may start; 0: now. */
		untilNextStart(): number {
			if (now() < pausedUntil) return pausedUntil - now();
			const end = interval.start + intervalMs;
			if (interval.isRefused || end <= now()) renew();
			const isAllowed = interval.calls < intervalCap + interval.tried;
			return isAllowed ? 0 : interval.start + intervalMs - now();
		},
		/** Counts a call that starts now. */
		start(): Interval {
			if (interval.calls++ === 0) interval.start = now();
			return interval;
		},
		/** Takes an answer to a call of an interval, and gives what it says of how many calls may be pending. */
		note(verdict: Verdict, ofCall: Interval): Verdict {
			if (typeof verdict === 'object') return refuse(verdict.delayMs, ofCall) ? verdict : 'fine';
			ofCall.answered++;
			tryMore();
			return verdict;
		},
	};
}
