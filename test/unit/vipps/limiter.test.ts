import { createLimiter, DEFAULT_CONCURRENCY } from '../../../vipps/limiter';

/** A limiter on a clock that moves only while somebody waits, and calls that take `latency`. */
function simulate(size: number, latency: number) {
	let time = 0;
	const timers: Array<{ at: number; wake: () => void }> = [];
	const wait = async (milliseconds: number) =>
		await new Promise<void>((wake) => timers.push({ at: time + milliseconds, wake }));
	const settle = async () => {
		for (let tick = 0; tick < 20; tick++) await Promise.resolve();
	};
	const drive = async (work: Promise<unknown>) => {
		let isDone = false;
		void work.then(() => (isDone = true));
		await settle();
		while (!isDone) {
			timers.sort((a, b) => a.at - b.at);
			const timer = timers.shift();
			if (!timer) throw new Error('Nobody waits, and nothing is done');
			time = timer.at;
			timer.wake();
			await settle();
		}
		return time;
	};
	const limiter = createLimiter(size, wait, () => time);
	return { limiter, drive, now: () => time, call: async () => await wait(latency) };
}

describe('the limiter', () => {
	it('starts with one call, then keeps as many pending as allowed', async () => {
		const { limiter, drive, call } = simulate(6, 40);
		let pending = 0;
		let most = 0;
		const calls = Array.from({ length: 61 }, async () => {
			await limiter.run(async () => {
				most = Math.max(most, ++pending);
				await call();
				pending--;
			});
		});
		expect(await drive(Promise.all(calls))).toBe(440);
		expect(most).toBe(6);
	});

	it('delays all calls after a 429 and lowers the concurrency', async () => {
		const { limiter, drive, call, now } = simulate(6, 40);
		const starts: number[] = [];
		const run = async () =>
			await limiter.run(async () => {
				starts.push(now());
				await call();
			});
		limiter.slowDown(2000);
		await drive(Promise.all(Array.from({ length: 9 }, run)));
		expect(starts.every((start) => start >= 2000)).toBe(true);
		expect(limiter.concurrency).toBe(4);
	});

	it('lowers the concurrency once for calls that were pending together', () => {
		const { limiter } = simulate(8, 40);
		for (let refusal = 0; refusal < 5; refusal++) limiter.slowDown(1000);
		expect(limiter.concurrency).toBe(5);
	});

	/** The time and the refusals of calls to a server that allows 20 a second and asks to wait for a second. */
	const underLimit = async (size: number, count: number) => {
		const { limiter, drive, call, now } = simulate(size, 40);
		const taken: number[] = [];
		let refused = 0;
		const run = async () => {
			for (let tries = 1; tries <= 5; tries++) {
				const isTaken = await limiter.run(async () => {
					await call();
					if (taken.filter((at) => now() - at < 1000).length < 20) return taken.push(now()) > 0;
					refused++;
					limiter.slowDown(1000);
					return false;
				});
				if (isTaken) return;
			}
			throw new Error('Five tries were not enough');
		};
		const duration = await drive(Promise.all(Array.from({ length: count }, run)));
		expect(taken).toHaveLength(count);
		return { duration, refused };
	};

	it.each([31, 40, 400])(
		'completes %i calls under a rate limit in 1.3 times the least time',
		async (count) => {
			const { duration, refused } = await underLimit(DEFAULT_CONCURRENCY, count);
			const floor = Math.floor((count - 1) / 20) * 1000 + 40;
			expect(duration).toBeLessThanOrEqual(1.3 * floor);
			expect(refused).toBeLessThanOrEqual(DEFAULT_CONCURRENCY);
		},
	);

	it('starts no call once it is closed', async () => {
		const { limiter } = simulate(1, 40);
		const call = jest.fn();
		limiter.close();
		await expect(limiter.run(call)).rejects.toThrow('over');
		expect(call).not.toHaveBeenCalled();
	});
});
