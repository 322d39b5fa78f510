import { limitedRunOf } from '../../measure/bench/report/limitedRun';

const call = (at: number, status: number, ms = 40) => ({ at, ms, status });

describe('A run with a rate limit', () => {
	it('has a time until the limit, one of waiting, and one until the end', () => {
		const calls = [call(100, 200), call(150, 200), call(200, 429), call(205, 429), call(1300, 200)];
		expect(limitedRunOf(calls)).toEqual({ refusedAfterMs: 140, waitedMs: 1060, restMs: 40 });
	});

	it('has no such times if no call was refused, or none followed', () => {
		expect(limitedRunOf([call(100, 200)])).toBeUndefined();
		expect(limitedRunOf([call(100, 200), call(150, 429)])).toBeUndefined();
		expect(limitedRunOf([])).toBeUndefined();
	});
});
