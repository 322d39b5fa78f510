import type { INodeParameters } from 'n8n-workflow';

import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

const ID = '302321';
const sale = { resource: 'sale', ledgerId: ledger(ID) };
const getFeed = {
	...sale,
	operation: 'getFeed',
	output: 'entries',
	startFrom: 'savedCheckpoint',
	returnAll: true,
};
const byDate = {
	...sale,
	operation: 'getByDate',
	output: 'entries',
	period: 'date',
	date: '2026-06-10',
	returnAll: true,
};
const getMany = { resource: 'ledger', operation: 'getAll', returnAll: true };
const byReference = {
	...sale,
	operation: 'getByReference',
	output: 'entries',
	reference: '={{ $json.n }}',
	options: { ifNotFound: 'empty' },
};
const save = {
	resource: 'checkpoint',
	operation: 'save',
	ledgerId: ledger('={{ $json.n }}'),
	cursor: '={{ "" }}',
};
const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ n: `n-${n}` }));

let rig: Rig;
beforeAll(async () => void (rig = await setUp()));
afterAll(async () => await rig.close());

const messages = async (parameters: INodeParameters, input: object[] = [{}]) =>
	(await rig.run(parameters, input)).hints.map(({ message }) => message);

describe('a hint is given once, however many items give rise to it', () => {
	it.each<{ name: string; parameters: INodeParameters; ofOne: string; ofMany: string }>([
		{
			name: 'a look-up that finds nothing',
			parameters: byReference,
			ofOne: `Vipps did not find the sales with reference n-0 of ledger ${ID}. It answers the same for a ledger that these keys may not read.`,
			ofMany: `Vipps did not find what 300 items ask for: the sales with reference n-0 of ledger ${ID}, the sales with reference n-1 of ledger ${ID}, the sales with reference n-2 of ledger ${ID} and 297 more. It answers the same for ledgers that these keys may not read.`,
		},
		{
			name: 'an empty cursor to save',
			parameters: save,
			ofOne:
				'The cursor for ledger n-0 is empty: its checkpoint was not changed. To start at the first sale again, use Checkpoint: Clear.',
			ofMany:
				'The cursors for 300 ledgers (n-0, n-1, n-2 and 297 more) are empty: their checkpoints were not changed. To start at the first sale again, use Checkpoint: Clear.',
		},
		{
			name: 'a handle of no ledger',
			parameters: { ...getMany, filters: { recipientHandle: '={{ $json.n }}' } },
			ofOne: 'None of the ledgers that these keys may read settles for n-0.',
			ofMany:
				'300 handles were found on none of the ledgers that these keys may read: n-0, n-1, n-2 and 297 more.',
		},
	])('$name', async ({ parameters, ofOne, ofMany }) => {
		expect(await messages(parameters, numbered(1))).toEqual([ofOne]);
		expect(await messages(parameters, numbered(300))).toEqual([ofMany]);
	});

	it('no saved checkpoint', async () => {
		const ledgerId = ledger('={{ $json.ledgerId }}');
		const ids = rig.sandbox.ledgers().map((each) => each.ledgerId);
		const input = ids.map((id) => ({ ledgerId: id }));
		const parameters = { ...getFeed, ledgerId };
		expect(await messages(parameters, input.slice(0, 1))).toEqual([
			`No checkpoint is saved for ledger ${ids[0]} in this workflow: its feed was read from the first sale.`,
		]);
		expect(await messages(parameters, [...input, ...input])).toEqual([
			`No checkpoint is saved for ${ids.length} ledgers in this workflow (${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more): their feeds were read from the first sale.`,
		]);
	});

	it('dates before the first sale', async () => {
		const early = { ...byDate, period: 'dateRange', fromDate: '2026-03-07', toDate: '2026-03-09' };
		expect(await messages({ ...byDate, date: '2026-03-08' })).toEqual([
			'Vipps has no sales from before 2026-03-09 in this API: that 2026-03-08 is empty does not mean that nothing was sold.',
		]);
		expect(await messages(early, numbered(3))).toEqual([
			'Vipps has no sales from before 2026-03-09 in this API: that 2026-03-07, 2026-03-08 are empty does not mean that nothing was sold.',
		]);
	});
});

describe('a limit that cuts the result off is hinted at', () => {
	const reached = (limit: number) =>
		`The limit of ${limit} was reached; there may be more. Turn on 'Return All' to get everything.`;
	const limited = { returnAll: false, limit: 2 };

	it.each<[string, INodeParameters]>([
		['Get by Date', byDate],
		['Get From Feed', { ...getFeed, startFrom: 'cursor' }],
		['Ledger: Get Many', getMany],
	])('once in %s, and not by Return All', async (_, parameters) => {
		expect(await messages({ ...parameters, ...limited }, numbered(30))).toEqual([reached(2)]);
		expect(await messages(parameters)).toEqual([]);
	});

	it('in a range of dates, also where it is reached between two of them', async () => {
		const range = { ...byDate, period: 'dateRange', fromDate: '2026-06-09', toDate: '2026-06-10' };
		const [first = 0, both = 0] = [
			rig.sandbox.salesOfDate(ID, '2026-06-09').length,
			rig.sandbox.salesOfDate(ID, '2026-06-09').length +
				rig.sandbox.salesOfDate(ID, '2026-06-10').length,
		];
		const at = async (limit: number) => await messages({ ...range, returnAll: false, limit });
		expect(await at(first)).toEqual([reached(first)]);
		expect(await at(both - 1)).toEqual([reached(both - 1)]);
		expect(await at(both)).toEqual([]);
	});

	it('not where the result is as large as the limit by chance', async () => {
		const all = rig.sandbox.ledgers().length;
		expect(await messages({ ...getMany, returnAll: false, limit: all })).toEqual([]);
		expect(await messages({ ...getMany, returnAll: false, limit: all - 1 })).toEqual([
			reached(all - 1),
		]);
		const limit = rig.sandbox.salesOfDate(ID, '2026-06-10').length;
		expect(await messages({ ...byDate, returnAll: false, limit })).toEqual([]);
	});

	it('in one hint for several limits', async () => {
		const limit = '={{ $json.limit }}';
		const input = [{ limit: 2 }, { limit: 3 }, { limit: 2 }];
		expect(await messages({ ...byDate, returnAll: false, limit }, input)).toEqual([
			"The limits of 2, 3 were reached; there may be more. Turn on 'Return All' to get everything.",
		]);
	});
});
