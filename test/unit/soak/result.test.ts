import { FEWEST_RUNS, growthOf, MOST_GROWTH_KB } from '../../measure/soak/report/memory';
import { Tally } from '../../measure/soak/report/totals';
import { failuresOf } from '../../measure/soak/report/result';

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

	it('is too much above the tolerance alone', () => {
		expect(growthOf(samples(MOST_GROWTH_KB - 1)).grows).toBe(false);
		expect(growthOf(samples(MOST_GROWTH_KB + 1)).grows).toBe(true);
	});

	it('is not judged by a few runs', () => {
		expect(growthOf(samples(10_000, FEWEST_RUNS))).toEqual({ grows: false });
		expect(growthOf([])).toEqual({ grows: false });
	});
});

describe('The verdict', () => {
	const soaked = () => {
		const tally = new Tally();
		tally.of('Get From Feed').runs = 1;
		return tally;
	};

	it('is good when nothing was found', () => {
		expect(failuresOf(soaked())).toEqual([]);
	});

	it.each<[string, (tally: Tally) => void]>([
		['3 items are missing', (tally) => void (tally.of('Get From Feed').missing = 3)],
		['2 items came twice', (tally) => void (tally.of('Get by Date').duplicate = 2)],
		['1 secrets leaked', (tally) => void (tally.leaked = 1)],
		['1 runs did not end', (tally) => void (tally.hung = 1)],
		['1 findings that should not be', (tally) => tally.complain('odd')],
		['the heap grows by 300 kB per 100 runs', (tally) => void tally.samples.push(...samples(300))],
	])('is bad when %s', (words, happen) => {
		const tally = soaked();
		happen(tally);
		expect(failuresOf(tally)).toEqual([words]);
	});

	it('is bad when nothing was run', () => {
		expect(failuresOf(new Tally())).toEqual(['nothing was run']);
	});
});
