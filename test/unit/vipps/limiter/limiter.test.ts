import { MAX_CONCURRENCY } from '../../../../vipps/limiter/concurrency';
import { createLimiter } from '../../../../vipps/limiter/limiter';
import type { Verdict } from '../../../../vipps/limiter/rate';

/** A clock that moves only while somebody waits. */
function simulatedClock() {
	let time = 0;
	const timers: Array<{ at: number; wake: () => void }> = [];
	const settle = async () => {
		for (let tick = 0; tick < 20; tick++) await Promise.resolve();
	};
	return {
		now: () => time,
		wait: async (milliseconds: number) =>
			await new Promise<void>((wake) => timers.push({ at: time + milliseconds, wake })),
		/** Lets time go by until the work is done. Gives the time it took. */
		async drive(work: Promise<unknown>): Promise<number> {
			let isDone = false;
			void work.then(() => (isDone = true));
			for (await settle(); !isDone; await settle()) {
				timers.sort((a, b) => a.at - b.at);
				const timer = timers.shift();
				if (!timer) throw new Error('Nobody waits, and nothing is done');
				time = timer.at;
				timer.wake();
			}
			return time;
		},
	};
}

/** A call as the server sees it. */
interface Arrival {
	/** Counted from 1. */
	number: number;
	at: number;
	/** Pending calls, this one included. */
	pending: number;
}

/** What the server makes of it. */
interface Reply {
	latency: number;
	verdict?: Verdict;
}

const after = (latency: number) => (): Reply => ({ latency });

/** Makes calls to a server, each again until it is answered well. */
async function callAll(count: number, serve: (arrival: Arrival) => Reply, most = MAX_CONCURRENCY) {
	const clock = simulatedClock();
	const limiter = createLimiter(most, clock.wait, clock.now);
	const seen = { number: 0, pending: 0, most: 0, refused: 0, failed: 0 };
	const send = async (): Promise<{ verdict: Verdict }> => {
		seen.most = Math.max(seen.most, ++seen.pending);
		const { number, pending } = { ...seen, number: ++seen.number };
		const { latency, verdict = 'fine' } = serve({ number, at: clock.now(), pending });
		await clock.wait(latency);
		seen.pending--;
		if (verdict === 'failed') seen.failed++;
		else if (verdict !== 'fine') seen.refused++;
		return { verdict };
	};
	const callUntilFine = async () => {
		for (let tries = 1; tries <= 5; tries++) {
			if ((await limiter.run(send, tries > 1)).verdict === 'fine') return;
		}
		throw new Error('Five tries were not enough');
	};
	const duration = await clock.drive(Promise.all(Array.from({ length: count }, callUntilFine)));
	return { ...seen, duration };
}

/** A server that takes so many calls in any second, and asks to wait for a second. */
const limitedTo = (perSecond: number, latency = 40) => {
	const taken: number[] = [];
	return ({ at }: Arrival): Reply => {
		const arrives = at + latency;
		const isTaken = taken.filter((time) => arrives - time < 1000).length < perSecond;
		if (isTaken) taken.push(arrives);
		return isTaken ? { latency } : { latency, verdict: { delayMs: 1000 } };
	};
};

describe('the limiter', () => {
	it.each([31, 40])('makes %i calls at once', async (count) => {
		expect(await callAll(count, after(40))).toMatchObject({ duration: 40, most: count });
	});

	it.each([
		{ count: 400, latency: 40, rounds: 4 },
		{ count: 400, latency: 200, rounds: 4 },
		{ count: 2000, latency: 200, rounds: 13 },
	])(
		'opens up while all is well: $count calls of $latency ms in $rounds rounds',
		async ({ count, latency, rounds }) => {
			const { duration, most } = await callAll(count, after(latency));
			expect(duration).toBeLessThanOrEqual(rounds * latency);
			expect(most).toBeLessThanOrEqual(MAX_CONCURRENCY);
		},
	);

	it.each([1, 10, 60])('never makes more at once than it is allowed: %i', async (allowed) => {
		const { most, duration } = await callAll(300, after(40), allowed);
		expect(most).toBe(allowed);
		expect(duration).toBeLessThanOrEqual(1.2 * Math.ceil(300 / allowed) * 40);
	});

	it.each([
		{ perSecond: 20, count: 31 },
		{ perSecond: 20, count: 40 },
		{ perSecond: 20, count: 400 },
		{ perSecond: 100, count: 400 },
		{ perSecond: 100, count: 2000 },
		{ perSecond: 7, count: 100 },
	])(
		'meets a limit of $perSecond calls a second with $count calls, in 1.3 times the least time',
		async ({ perSecond, count }) => {
			const { duration, refused } = await callAll(count, limitedTo(perSecond));
			const least = Math.floor((count - 1) / perSecond) * 1000 + 40;
			expect(duration).toBeLessThanOrEqual(1.3 * least);
			// The first burst, and what its answers let in before the first 429 was read.
			expect(refused).toBeLessThanOrEqual(40 + perSecond);
		},
	);

	it.each([
		{ count: 400, delayMs: 1000, most: 2000 },
		{ count: 200, delayMs: 12_000, most: 14_000 },
	])(
		'forgets a 429 that passes: $count calls are made $delayMs ms later than without it',
		async ({ count, delayMs, most }) => {
			const { duration, refused } = await callAll(count, ({ number }) => ({
				latency: 20,
				verdict: number === 20 ? { delayMs } : 'fine',
			}));
			expect(duration).toBeGreaterThan(delayMs);
			expect(duration).toBeLessThanOrEqual(most);
			expect(refused).toBe(1);
		},
	);

	it('starts no call before the time that a 429 asks for is over', async () => {
		const starts: number[] = [];
		await callAll(100, ({ at, number }) => {
			starts.push(at);
			return { latency: 40, verdict: number === 1 ? { delayMs: 3000 } : 'fine' };
		});
		expect(starts.filter((start) => start > 40 && start < 3040)).toEqual([]);
	});

	it('does not open up on a server that gets slower, and takes no longer for it', async () => {
		const serve = ({ pending }: Arrival) => ({ latency: 40 * Math.max(1, pending / 20) });
		const { duration, most } = await callAll(1000, serve);
		expect(duration).toBeLessThanOrEqual(1.3 * (1000 / 20) * 40);
		expect(most).toBeLessThanOrEqual(100);
	});

	it.each([
		{ working: 25, waiting: 75, clientMs: 0 },
		{ working: 25, waiting: 75, clientMs: 1 },
		{ working: 25, waiting: 75, clientMs: 2.3 },
		{ working: 60, waiting: 40, clientMs: 2.3 },
	])(
		'fills a server of $working calls at a time and is never refused, with $clientMs ms of work here for each',
		async ({ working, waiting, clientMs }) => {
			const latency = 40;
			const freeAt = Array.from({ length: working }, () => 0);
			let sentAt = 0;
			const { duration, failed } = await callAll(1000, ({ at }) => {
				// The calls are sent one after another, and served in this order.
				sentAt = Math.max(at, sentAt + clientMs);
				const place = freeAt.indexOf(Math.min(...freeAt));
				const begins = Math.max(sentAt, freeAt[place] ?? 0);
				const ahead = ((begins - sentAt) / latency) * working;
				if (ahead > waiting) return { latency: sentAt - at + 1, verdict: 'failed' };
				freeAt[place] = begins + latency;
				return { latency: begins + latency - at };
			});
			const least = 1000 * Math.max(latency / working, clientMs);
			expect(failed).toBe(0);
			expect(duration).toBeLessThanOrEqual(1.3 * least);
		},
	);

	it('narrows on a server that fails under load, until it does not', async () => {
		const serve = ({ pending }: Arrival): Reply => ({
			latency: 40,
			verdict: pending > 25 ? 'failed' : 'fine',
		});
		const { duration, failed } = await callAll(1000, serve);
		expect(duration).toBeLessThanOrEqual(2.5 * (1000 / 25) * 40);
		expect(failed).toBeLessThan(200);
	});

	it('opens up again after a server had trouble', async () => {
		const { duration } = await callAll(1000, ({ at }) => ({
			latency: 40,
			verdict: at < 150 ? 'failed' : 'fine',
		}));
		expect(duration).toBeLessThanOrEqual(150 + 3 * (1000 / 40) * 40);
	});

	it('starts no call once it is closed, and ends those that wait', async () => {
		const { wait } = simulatedClock();
		const limiter = createLimiter(1, wait, () => 0);
		const call = jest.fn(async () => {
			await wait(1);
			return { verdict: 'fine' as const };
		});
		void limiter.run(call);
		const waiting = limiter.run(call);
		limiter.close();
		await expect(waiting).rejects.toThrow('over');
		await expect(limiter.run(call)).rejects.toThrow('over');
		expect(call).toHaveBeenCalledTimes(1);
	});

	it('ends the calls that wait if the user cancels the execution', async () => {
		const cancelled = new Error('The execution was cancelled');
		const limiter = createLimiter(
			1,
			async () => await Promise.reject(cancelled),
			() => 0,
		);
		await limiter.run(async () => await Promise.resolve({ verdict: { delayMs: 1000 } }));
		const call = jest.fn();
		await expect(limiter.run(call)).rejects.toBe(cancelled);
		expect(call).not.toHaveBeenCalled();
	});
});
