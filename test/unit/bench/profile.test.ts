import { salesCases as cases } from '../../measure/bench/cases/cases';
import { profileTable } from '../../measure/bench/report/profile';

describe('The profile of the benchmark', () => {
	it('gives the time per entry or call by package, with small shares in one row', () => {
		const node = { profile: { axios: 20, 'n8n-core': 9.9, luxon: 0.1, lodash: 0 } };
		const results = new Map([
			['feed-1000', new Map([['node', node]])],
			['dates-31-first', new Map([['node', { profile: { axios: 3.1 } }]])],
		]);
		expect(profileTable(cases, results as never)).toEqual({
			head: [
				'µs',
				'31 dates of one ledger, first execution after a start, per call',
				'Feed of 1 000 entries, per entry',
			],
			rows: [
				['axios', '100.0', '20.0'],
				['n8n-core', '0.0', '9.9'],
				['all others', '0.0', '0.1'],
				['together', '100.0', '30.0'],
			],
		});
	});
});
