import { BUSY_DATE, switchNames } from '../../../sandbox/index';
import { createSwitches, switchTable } from '../../../sandbox/state/switches';
import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

const ID = '602118';

/** Every reading of everything that the documentation leaves open. */
const readings = switchNames.flatMap((name) =>
	switchTable[name].readings.map((reading) => [name, reading] as const),
);

let rig: Rig;
beforeAll(async () => void (rig = await setUp()));
afterAll(async () => await rig.close());

describe.each(readings)(
	'with %s: %s, nothing is lost, doubled or asked for in vain',
	(name, reading) => {
		beforeAll(() => void Object.assign(rig.sandbox.switches, { [name]: reading }));
		afterAll(() => void Object.assign(rig.sandbox.switches, createSwitches()));

		it('in the ledger list', async () => {
			const { items } = await rig.run({
				resource: 'ledger',
				operation: 'getAll',
				returnAll: true,
			});
			expect(items).toEqual(rig.sandbox.ledgers());
		});

		it('in the feed, read in two runs', async () => {
			const getFeed = {
				resource: 'sale',
				operation: 'getFeed',
				output: 'entries',
				ledgerId: ledger(ID),
			};
			const sales = rig.sandbox.sales(ID);
			const first = await rig.run({
				...getFeed,
				limit: sales.length - 5,
				options: { pageSize: 300 },
			});
			const cursor = first.outputs[1]?.[0]?.json.cursor as string;
			const second = await rig.run({ ...getFeed, returnAll: true, cursor });
			expect([...first.items, ...second.items]).toEqual(
				sales.map((entry) => ({ ledgerId: ID, ...entry })),
			);

			const last = second.outputs[1]?.[0]?.json;
			expect(last).toMatchObject({ count: 5, hasMore: false });
			const third = await rig.run({ ...getFeed, cursor: last?.cursor as string });
			const repeats = name === 'caughtUpFeed' && reading === 'noCursorOnLastPage' ? 5 : 0;
			expect(third.items).toHaveLength(repeats);
		});

		it('in a date of several pages', async () => {
			const { ledgerId, ledgerDate } = BUSY_DATE;
			const { items } = await rig.run({
				resource: 'sale',
				operation: 'getByDate',
				output: 'entries',
				ledgerId: ledger(ledgerId),
				period: 'date',
				date: ledgerDate,
				returnAll: true,
			});
			const sales = rig.sandbox.salesOfDate(ledgerId, ledgerDate);
			expect(items).toEqual(sales.map((entry) => ({ ledgerId, ledgerDate, ...entry })));
		});

		it('in the look-ups', async () => {
			const sales = rig.sandbox.sales(ID);
			const refund = sales.findLast(
				({ entryType, pspReference }) => entryType === 'refund' && pspReference,
			);
			const order = sales.filter(({ reference }) => reference === refund?.reference);
			const look = { resource: 'sale', ledgerId: ledger(ID) };
			const byReference = {
				operation: 'getByReference',
				output: 'entries',
				reference: refund?.reference ?? '',
			};
			const byPsp = {
				operation: 'getByPspReference',
				output: 'entries',
				pspReference: refund?.pspReference ?? '',
			};
			expect((await rig.run({ ...look, ...byReference })).items).toEqual(
				order.map((entry) => ({ ledgerId: ID, ...entry })),
			);
			expect((await rig.run({ ...look, ...byPsp })).items).toEqual([{ ledgerId: ID, ...refund }]);
		});

		it('in rows: refunds are negative, and the money is that of the entries', async () => {
			const parameters = {
				resource: 'sale',
				operation: 'getFeed',
				ledgerId: ledger(ID),
				output: 'rows',
			};
			const { items } = await rig.run({ ...parameters, returnAll: true });
			const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
			const minor = items.map(({ gross }) => Math.round(Number(gross) * 100));
			const signed = rig.sandbox
				.sales(ID)
				.map(({ entryType, amounts }) =>
					entryType === 'refund' ? -Math.abs(amounts.gross) : amounts.gross,
				);
			expect(sum(minor)).toBe(sum(signed));
			expect(
				items.filter(({ entryType, gross }) => entryType === 'refund' && Number(gross) > 0),
			).toEqual([]);
		});
	},
);
