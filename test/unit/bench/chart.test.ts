import { salesCases as cases } from '../../measure/bench/cases/cases';
import { chartOf } from '../../measure/bench/report/chart';

describe('The chart of the benchmark', () => {
	it('has bars only for contenders that returned everything', () => {
		const runs = { wallMs: { median: 10, min: 10, max: 10 }, completeRuns: 5, runs: 5 };
		const results = new Map([
			[
				'dates-31-40ms',
				new Map([
					['node', runs],
					['peer', { ...runs, wallMs: { median: 37, min: 37, max: 37 }, completeRuns: 4 }],
					['peerUnpaged', { ...runs, wallMs: { median: 52, min: 52, max: 52 } }],
				]),
			],
		]);
		const svg = chartOf(cases, results as never);
		expect(svg).toMatch(/^<svg /);
		expect(svg).toContain('31 dates of one ledger, 40 ms a call');
		expect(svg).toContain('>5.2<');
		expect(svg).not.toContain('>3.7<');
	});
});
