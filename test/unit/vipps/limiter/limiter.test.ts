import { MAX_CONCURRENCY } from '../../../../vipps/limiter/concurrency';
import { createLimiter } from '../../../../vipps/limiter/limiter';
import { after, callAll, limitedTo, simulatedClock } from './simulation';

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
