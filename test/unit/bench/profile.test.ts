import { cases } from '../../measure/bench/cases/cases';
import { profileTable } from '../../measure/bench/report/profile';

describe('The profile of the benchmark', () => {
	it('gives the time per entry by package, with small shares in one row', () => {
		const node = { profile: { axios: 20, 'n8n-core': 9.9, luxon: 0.1, lodash: 0 } };
		const results = new Map([['feed-1000', new Map([['node', node]])]]);
		expect(profileTable(cases, results as never)).toEqual({
			head: ['µs per entry', 'Feed of 1 000 entries'],
			rows: [
				['axios', '20.0'],
				['n8n-core', '9.9'],
				['all others', '0.1'],
				['together', '30.0'],
			],
		});
	});
});
