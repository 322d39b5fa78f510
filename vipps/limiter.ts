/** How many calls one execution makes at the same time at most, unless the user sets another number. */
export const DEFAULT_CONCURRENCY = 15;

/** The lowest limit that is assumed, in calls per second. A server that allows fewer sends another 429. */
const LEAST_PER_SECOND = 4;

/** The share of the concurrency that is kept after a 429, as CUBIC keeps of a window (RFC 9438). */
const DECREASE_FACTOR = 0.7;

/** Limits the calls of one run: how many at the same time, and after a 429 how many per interval. */
export interface Limiter {
	/** How many calls may be pending at the same time now. */
	readonly concurrency: number;
	/** Makes a call as soon as the limits allow it. */
	run<Result>(call: () => Promise<Result>): Promise<Result>;
	/**
	 * Tells of a 429, before the refused call is done. All calls wait for the delay. For the rest of the run fewer calls are pending at the
	 * same time, and at most as many are started per interval as succeeded before the 429; the interval lasts until the delay is over.
	 */
	slowDown(delayMs: number): void;
	/** Ends the run: no further call starts. */
	close(): void;
}

/**
 * A limiter without any pending call.
 *
 * @param wait waits so many milliseconds, or throws if the run is ended meanwhile
 * @param now the clock, in milliseconds
 */
export function createLimiter(
	size: number,
	wait: (milliseconds: number) => Promise<void>,
	now: () => number = Date.now,
): Limiter {
	const queue: Array<() => void> = [];
	let concurrency = size;
	/** Calls that were let in: they wait for their start, or are sent. */
	let admitted = 0;
	/** Calls that are sent and not answered. */
	let pending = 0;
	let isFirstDone = false;
	let isClosed = false;
	let pausedUntil = 0;
	/** How many calls may start per interval; known after a 429. */
	let rate = { intervalCap: Infinity, intervalMs: 1 };
	let interval = { start: 0, calls: 0 };

	const admit = () => {
		// The first call goes alone: it may have to fetch the token for all.
		while (queue.length > 0 && admitted < (isFirstDone ? concurrency : 1)) {
			admitted++;
			queue.shift()?.();
		}
	};
	const enter = async () =>
		await new Promise<void>((resolve) => {
			queue.push(resolve);
			admit();
		});
	const leave = () => {
		admitted--;
		isFirstDone = true;
		admit();
	};
	const untilNextStart = () => {
		const end = interval.start + rate.intervalMs;
		if (interval.calls >= rate.intervalCap && end <= now()) interval = { start: now(), calls: 0 };
		return Math.max(pausedUntil, interval.calls < rate.intervalCap ? 0 : end) - now();
	};
	const awaitStart = async () => {
		for (let left = untilNextStart(); left > 0; left = untilNextStart()) await wait(left);
		if (interval.calls === 0) interval.start = now();
		interval.calls++;
	};

	return {
		get concurrency() {
			return concurrency;
		},
		async run(call) {
			await enter();
			try {
				await awaitStart();
				if (isClosed) throw new Error('The run is over');
				pending++;
				return await call().finally(() => pending--);
			} finally {
				leave();
			}
		},
		slowDown(delayMs) {
			// Calls that were pending together are refused together: they count as one 429.
			const isNew = pausedUntil <= now();
			pausedUntil = Math.max(pausedUntil, now() + delayMs);
			if (!isNew) return;
			const intervalMs = pausedUntil - interval.start;
			const succeeded = interval.calls - pending;
			const intervalCap = Math.max(succeeded, Math.ceil((intervalMs * LEAST_PER_SECOND) / 1000));
			if (intervalCap / intervalMs < rate.intervalCap / rate.intervalMs) {
				rate = { intervalCap, intervalMs };
			}
			interval = { start: pausedUntil, calls: 0 };
			concurrency = Math.max(1, Math.floor(concurrency * DECREASE_FACTOR));
		},
		close: () => void (isClosed = true),
	};
}
