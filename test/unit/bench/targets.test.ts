import { cases, type Contender } from '../../measure/bench/cases/cases';
import { figuresOf, spreadOf, type Figures, type Run } from '../../measure/bench/report/figures';
import { reportOf, servedTable } from '../../measure/bench/report/report';
import { floorMs, targetsOf } from '../../measure/bench/report/targets';

const figures = (median: number, more: Partial<Figures> = {}): Figures => ({
	wallMs: { median, min: median, max: median },
	cpuMs: median,
	serverCpuMs: 1,
	peakRssBytes: 2 ** 20,
	outputBytes: 1000,
	calls: 10,
	tokens: 0,
	refused: 0,
	inFlight: 1,
	completeRuns: 5,
	runs: 5,
	...more,
});

const resultsOf = (given: Record<string, Partial<Record<Contender, Figures>>>) =>
	new Map(
		Object.entries(given).map(([name, byContender]) => [
			name,
			new Map(Object.entries(byContender) as Array<[Contender, Figures]>),
		]),
	);

describe('The figures of the benchmark', () => {
	it('are medians with the least and the greatest value', () => {
		expect(spreadOf([5, 1, 4, 2])).toEqual({ median: 2, min: 1, max: 5 });
		expect(() => spreadOf([])).toThrow(RangeError);
	});

	it('count the complete runs, and keep the first failure', () => {
		const server = { calls: 3, tokens: 1, refused: 0, inFlight: 2, cpuMs: 1 };
		const run: Run = {
			wallMs: 10,
			cpuMs: 5,
			peakRssBytes: 1,
			outputBytes: 1,
			fetched: { count: 1, digest: '' },
			server,
			isComplete: true,
		};
		const failed = { ...run, wallMs: 1, isComplete: false, failure: 'Too many requests' };
		expect(figuresOf([run, failed, { ...run, wallMs: 20 }])).toMatchObject({
			wallMs: { median: 10, min: 1, max: 20 },
			completeRuns: 2,
			runs: 3,
			failure: 'Too many requests',
		});
	});
});

describe('The targets of the benchmark', () => {
	it('are ratios of times in one run', () => {
		const results = resultsOf({
			'feed-100000': { node: figures(120), axios: figures(100), peer: figures(110) },
			'dates-31': { node: figures(200), peer: figures(200) },
		});
		expect(targetsOf(results).map(({ measured, isMet }) => [measured, isMet])).toEqual([
			[1.2, true],
			[120 / 110, false],
			[1, true],
		]);
	});

	it('compare a case with a rate limit to the shortest time that the limit allows', () => {
		const limited = cases.find(({ name }) => name === 'ledgers-400-limited');
		expect(limited && floorMs(limited)).toBe(19_040);
		const results = resultsOf({ 'ledgers-400-limited': { node: figures(26_000) } });
		expect(targetsOf(results)).toMatchObject([{ measured: 26_000 / 19_040, isMet: false }]);
	});

	it('compare time and memory per entry only if every length of a feed was measured', () => {
		const feeds = {
			'feed-1000': 13,
			'feed-10000': 100,
			'feed-100000': 1000,
			'feed-1000000': 10_000,
		};
		const entries = Object.entries(feeds).map(([name, ms]) => [
			name,
			{ node: figures(ms, { outputBytes: ms }) },
		]);
		expect(targetsOf(resultsOf(Object.fromEntries(entries)))).toMatchObject([
			{ measured: expect.closeTo(1.3) as number, isMet: true },
			{ measured: expect.closeTo(1.3) as number, isMet: true },
		]);
		expect(targetsOf(resultsOf(Object.fromEntries(entries.slice(1))))).toEqual([]);
	});
});

describe('The report of the benchmark', () => {
	const circumstances = {
		date: '2026-05-17',
		n8n: '1',
		node: '2',
		axios: '3',
		machine: 'a machine',
	};

	it('says in how many runs a contender was not complete, and why', () => {
		const peer = figures(5, { completeRuns: 0, refused: 11, failure: 'Too many | requests' });
		const results = resultsOf({ 'dates-31': { node: figures(10), peer } });
		const report = reportOf(cases, results, 'baseline', circumstances);
		expect(report).toContain('### 31 dates of one ledger, 40 ms a call');
		expect(report).toContain('| Vipps Sales | 10 | 10 – 10 | 1.00 | 10 | 1 |');
		expect(report).toContain('| 10 (11 refused) | 1 |');
		expect(report).toContain('in 0 of 5 runs: “Too many / requests”');
		expect(report).not.toContain('1 000 000');
	});

	it('says how many times as fast as its peer Vipps Sales is in an n8n that runs', () => {
		const results = resultsOf({
			'ledgers-40-served-40': { node: figures(100), peer: figures(150) },
		});
		const tables = (['baseline', 'current'] as const).map((host) => servedTable(results, host));
		expect(tables.map(({ rows }) => rows)).toEqual([
			[['40 ledgers on one date, 40 ms a call', '150', '100', '1.50', '1.25', 'met', '1']],
			[['40 ledgers on one date, 40 ms a call', '150', '100', '1.50', '1.70', '**missed**', '1']],
		]);
	});
});
