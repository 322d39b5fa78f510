import { limitedRunOf } from '../../measure/bench/report/limitedRun';

const call = (at: number, status: number, ms = 40) => ({ at, ms, status });

describe('A run under a limit', () => {
	it('is told apart: until it is refused, until it goes on, until it is over', () => {
		const calls = [call(100, 200), call(150, 200), call(200, 429), call(205, 429), call(1300, 200)];
		expect(limitedRunOf(calls)).toEqual({ refusedAfterMs: 140, waitedMs: 1060, restMs: 40 });
	});

	it('is none where nothing was refused, or nothing was called afterwards', () => {
		expect(limitedRunOf([call(100, 200)])).toBeUndefined();
		expect(limitedRunOf([call(100, 200), call(150, 429)])).toBeUndefined();
		expect(limitedRunOf([])).toBeUndefined();
	});
});
