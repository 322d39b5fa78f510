import { createLanes, DEFAULT_LANES } from '../../../../vipps/http/limiter';

/** Lanes on a clock that moves only while somebody waits, and calls that take `latency`. */
function simulate(size: number, latency: number) {
	let time = 0;
	const timers: Array<{ at: number; wake: () => void }> = [];
	const wait = async (milliseconds: number) =>
		await new Promise<void>((wake) => timers.push({ at: time + milliseconds, wake }));
	const settle = async () => {
		for (let turn = 0; turn < 20; turn++) await Promise.resolve();
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
	const lanes = createLanes(size, wait, () => time);
	return { lanes, drive, now: () => time, call: async () => await wait(latency) };
}

describe('lanes', () => {
	it('begin with one call, which may fetch the token, then keep as many in flight as there are lanes', async () => {
		const { lanes, drive, call } = simulate(6, 40);
		let busy = 0;
		let most = 0;
		const calls = Array.from({ length: 61 }, async () => {
			await lanes.run(async () => {
				most = Math.max(most, ++busy);
				await call();
				busy--;
			});
		});
		expect(await drive(Promise.all(calls))).toBe(440);
		expect(most).toBe(6);
	});

	it('wait all together when Vipps had too much, and are fewer from then on', async () => {
		const { lanes, drive, call, now } = simulate(6, 40);
		const starts: number[] = [];
		const run = async () =>
			await lanes.run(async () => {
				starts.push(now());
				await call();
			});
		lanes.slowDown(2000);
		await drive(Promise.all(Array.from({ length: 9 }, run)));
		expect(starts.every((start) => start >= 2000)).toBe(true);
		expect(lanes.size).toBe(4);
	});

	it('take refusals that came together for one', () => {
		const { lanes } = simulate(8, 40);
		for (let refusal = 0; refusal < 5; refusal++) lanes.slowDown(1000);
		expect(lanes.size).toBe(5);
	});

	/** The time that so many calls take on a server that takes 20 a second and asks for a second's wait, and its refusals. */
	const underLimit = async (size: number, count: number) => {
		const { lanes, drive, call, now } = simulate(size, 40);
		const taken: number[] = [];
		let refused = 0;
		const run = async () => {
			for (let tries = 1; tries <= 5; tries++) {
				const isTaken = await lanes.run(async () => {
					await call();
					if (taken.filter((at) => now() - at < 1000).length < 20) return taken.push(now()) > 0;
					refused++;
					lanes.slowDown(1000);
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
		'complete %i calls under a limit of 20 a second in at most 1.3 times the least time that anyone could',
		async (count) => {
			const { duration, refused } = await underLimit(DEFAULT_LANES, count);
			const floor = Math.floor((count - 1) / 20) * 1000 + 40;
			expect(duration).toBeLessThanOrEqual(1.3 * floor);
			expect(refused).toBeLessThanOrEqual(DEFAULT_LANES);
		},
	);

	it('start nothing once they are closed', async () => {
		const { lanes } = simulate(1, 40);
		const call = jest.fn();
		lanes.close();
		await expect(lanes.run(call)).rejects.toThrow('over');
		expect(call).not.toHaveBeenCalled();
	});
});
