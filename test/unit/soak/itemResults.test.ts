import { unreadableBecause, resultsByItem } from '../../measure/soak/checks/itemResults';

const run = { items: [], hints: [] };

describe('The results of a run by input item', () => {
	it('hold the items, the checkpoint and the error of each', () => {
		const of = (item: number) => ({ pairedItem: { item } });
		const outputs = [
			[
				{ json: { n: 1 }, ...of(0) },
				{ json: { error: 'Could not get it' }, ...of(1) },
				{ json: { n: 2 }, ...of(0) },
			],
			[{ json: { cursor: 'c' }, ...of(0) }],
		];
		const [first, second] = resultsByItem({ ...run, outputs }, 2);
		expect(first).toEqual({ items: [{ n: 1 }, { n: 2 }], checkpoint: { cursor: 'c' } });
		expect(second).toMatchObject({ items: [], error: { message: 'Could not get it' } });
	});

	it('hold the error of the whole run for each', () => {
		const error = { message: 'Could not get it' };
		const results = resultsByItem({ ...run, outputs: [], error }, 2);
		expect(results).toEqual([
			{ items: [], error },
			{ items: [], error },
		]);
	});

	it('are refused if an item belongs to no input item', () => {
		const outputs = [[{ json: {}, pairedItem: { item: 2 } }]];
		expect(() => resultsByItem({ ...run, outputs }, 2)).toThrow('paired with no input item');
	});
});

describe('An error', () => {
	const message = 'Could not get the sales feed of ledger 602118';
	const description = 'Vipps answered 500: Out of order. Sent 5 times. Run again later.';

	it('is readable if it says what failed, on which ledger, and why', () => {
		expect(unreadableBecause({ message, description })).toBeUndefined();
		expect(unreadableBecause({ message: 'Could not get the ledgers' })).toBeUndefined();
	});

	it.each([
		'the transactions of ledger 7 on 2026-05-16',
		'the fees of ledger 7 on 2026-05-16',
		'the feed of fees of ledger 7',
		'anything of ledger 7',
	])('is readable if it says so of %s', (what) => {
		expect(unreadableBecause({ message: `Could not get ${what}` })).toBeUndefined();
	});

	it.each([
		{
			error: { message: 'Request failed with status code 500' },
			reason: 'what could not be got',
		},
		{ error: { message, description: 'Oops' }, reason: 'explains nothing' },
		{
			error: { message, description: 'Cannot read properties of undefined (reading x)' },
			reason: 'undefined',
		},
	])('is not readable as $error', ({ error, reason }) => {
		expect(unreadableBecause(error)).toContain(reason);
	});
});
