import { FEWEST_RUNS, growthOf, MOST_GROWTH_KB } from '../../measure/soak/report/memory';
import { failuresOf } from '../../measure/soak/report/result';
import { Totals } from '../../measure/soak/report/totals';

/** Samples of a heap that grows by so many kB per 100 runs, after a warm-up in which it grows much. */
const samples = (kilobytes: number, runs = 2000) =>
	Array.from({ length: 41 }, (_, at) => {
		const done = (at * runs) / 40;
		const warmUp = Math.min(at, 10) * 5_000_000;
		return { seconds: at * 15, runs: done, heapBytes: warmUp + (done / 100) * kilobytes * 1024 };
	});

describe('The growth of the heap', () => {
	it('is measured after the warm-up, in kB per 100 runs', () => {
		expect(growthOf(samples(40)).kilobytesPer100Runs).toBeCloseTo(40, 6);
	});

	it('is too much only above the limit', () => {
		expect(growthOf(samples(MOST_GROWTH_KB - 1)).grows).toBe(false);
		expect(growthOf(samples(MOST_GROWTH_KB + 1)).grows).toBe(true);
	});

	it('is not known after a few runs', () => {
		expect(growthOf(samples(10_000, FEWEST_RUNS))).toEqual({ grows: false });
		expect(growthOf([])).toEqual({ grows: false });
	});
});

describe('The result of the soak', () => {
	const soaked = () => {
		const totals = new Totals();
		totals.of('Get From Feed').runs = 1;
		return totals;
	};

	it('is no failure if nothing was found', () => {
		expect(failuresOf(soaked())).toEqual([]);
	});

	it.each<{ failure: string; change: (totals: Totals) => void }>([
		{
			failure: '3 items are missing',
			change: (totals) => void (totals.of('Get From Feed').missing = 3),
		},
		{
			failure: '2 items came twice',
			change: (totals) => void (totals.of('Get by Date').duplicate = 2),
		},
		{ failure: '1 secrets leaked', change: (totals) => void (totals.leaked = 1) },
		{ failure: '1 runs did not end', change: (totals) => void (totals.hung = 1) },
		{ failure: '1 findings that should not be', change: (totals) => totals.addFinding('odd') },
		{
			failure: 'the heap grows by 300 kB per 100 runs',
			change: (totals) => void totals.samples.push(...samples(300)),
		},
	])('is a failure if $failure', ({ failure, change }) => {
		const totals = soaked();
		change(totals);
		expect(failuresOf(totals)).toEqual([failure]);
	});

	it('is a failure if nothing was run', () => {
		expect(failuresOf(new Totals())).toEqual(['nothing was run']);
	});
});
