import { createConcurrency } from './concurrency';
import { createRate, type Interval, type Verdict } from './rate';

/** Limits the calls of one run: how many are pending at the same time, and after a 429 how many start per interval. */
export interface Limiter {
	/** The most calls that can ever be pending at the same time. */
	readonly maxConcurrency: number;
	/**
	 * Makes a call as soon as the limits allow it.
	 *
	 * @param isAgain whether it was made before: then it comes before those that were not
	 * @throws Error if the run is closed or cancelled before
	 */
	run<Result extends { verdict: Verdict }>(
		call: () => Promise<Result>,
		isAgain?: boolean,
	): Promise<Result>;
	/** Ends the run: no further call starts. */
	close(): void;
}

/**
 * A limiter without any pending call.
 *
 * @param maxConcurrency how far it opens
 * @param wait waits so many milliseconds, or throws if the run is ended meanwhile
 * @param now the clock, in milliseconds
 */
export function createLimiter(
	maxConcurrency: number,
	wait: (milliseconds: number) => Promise<void>,
	now: () => number = Date.now,
): Limiter {
	const window = createConcurrency(maxConcurrency, now);
	const rate = createRate(now);
	const queue: Array<{ start: (interval: Interval) => void; refuse: (error: unknown) => void }> =
		[];
	let pending = 0;
	let closed: Error | undefined;
	/** When the queue is looked at again without any answer. */
	let wakesAt = Infinity;

	const close = (error: Error) => {
		closed ??= error;
		for (const { refuse } of queue.splice(0)) refuse(closed);
	};
	const wakeAfter = (milliseconds: number) => {
		const at = now() + milliseconds;
		if (at >= wakesAt) return;
		wakesAt = at;
		wait(milliseconds).then(() => {
			if (wakesAt === at) wakesAt = Infinity;
			startNext();
		}, close);
	};
	const startNext = () => {
		while (queue.length > 0 && pending < window.concurrency()) {
			const delay = rate.untilNextStart();
			if (delay > 0) return wakeAfter(delay);
			pending++;
			queue.shift()?.start(rate.start());
		}
	};

	return {
		maxConcurrency,
		async run(call, isAgain = false) {
			if (closed) throw closed;
			const interval = await new Promise<Interval>((start, refuse) => {
				if (isAgain) queue.unshift({ start, refuse });
				else queue.push({ start, refuse });
				startNext();
			});
			const startedAt = now();
			try {
				const result = await call();
				window.note(rate.note(result.verdict, interval), now() - startedAt, queue.length > 0);
				return result;
			} finally {
				pending--;
				startNext();
			}
		},
		close: () => close(new Error('The run is over')),
	};
}
