import type { Contender } from '../../measure/bench/cases/case';
import { salesCases as cases } from '../../measure/bench/cases/cases';
import { comparisonTable, limitTable } from '../../measure/bench/report/comparison';
import { figuresOf, spreadOf, type Figures, type Run } from '../../measure/bench/report/figures';
import { reportOf } from '../../measure/bench/report/report';
import { targetsOf } from '../../measure/bench/report/targets';

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
	it('are ratios of times and of memory in one run', () => {
		const results = resultsOf({
			'feed-100000-0ms': { node: figures(99), bareNode: figures(100) },
			'feed-100000': { node: figures(130), axios: figures(100), peer: figures(110) },
			'ledgers-2000': {
				node: figures(1, { peakRssBytes: 8 }),
				peerUnpaged: figures(9, { peakRssBytes: 10 }),
			},
		});
		expect(targetsOf(results).map(({ measured, isMet }) => [measured, isMet])).toEqual([
			[0.99, true],
			[1.3, false],
			[0.8, true],
		]);
	});

	it('compare a case with a limit to the least time that the limit allows', () => {
		const results = resultsOf({
			'ledgers-400-limit-20': {
				node: figures(24_000, { refused: 30, inFlight: 40 }),
				peerUnpaged: figures(5, { completeRuns: 0 }),
			},
			'ledgers-400-congested': { node: figures(900), peerInBatches: figures(700) },
		});
		expect(limitTable(cases, results).rows).toEqual([
			[
				'400 ledgers on one date, 20 calls a second, 40 ms a call',
				...['19 040', '24 000', '1.26', 'met', '30', '40', 'not complete'],
			],
			[
				'400 ledgers on one date, 25 calls at a time, 40 ms each',
				...['640', '900', '1.41', '**missed**', '0', '1', '700'],
			],
		]);
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
		const results = resultsOf({ 'dates-31-40ms': { node: figures(10), peer } });
		const report = reportOf(cases, results, 'baseline', circumstances);
		expect(report).toContain('### 31 dates of one ledger, 40 ms a call');
		expect(report).toContain('| Vipps Sales | 10 | 10 – 10 | 1.00 | 10 | 1 |');
		expect(report).toContain('| 10 (11 refused) | 1 |');
		expect(report).toContain('in 0 of 5 runs: “Too many / requests”');
		expect(report).not.toContain('1 000 000');
	});

	it('says how many times as fast as the fastest HTTP Request that brings everything Vipps Sales is', () => {
		const results = resultsOf({
			'ledgers-40-40ms': {
				node: figures(100),
				peer: figures(190),
				peerUnpaged: figures(120, { completeRuns: 4 }),
				peerInBatches: figures(150),
			},
		});
		const rows = (host: 'baseline' | 'current') => comparisonTable(cases, results, host).rows;
		const [title, peer] = [
			'40 ledgers on one date, 40 ms a call',
			'without pagination, in batches',
		];
		expect([rows('baseline'), rows('current')]).toEqual([
			[[title, peer, '150', '100', '1.50', '1.25', 'met']],
			[[title, peer, '150', '100', '1.50', '1.70', '**missed**']],
		]);
	});
});
