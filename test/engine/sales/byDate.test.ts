import { BUSY_DATE, SEASONAL_LEDGER_ID } from '../../../sandbox/index';
import { feedOf, ledger, setUp, type Rig } from '../../rigs/engine/rig';

const ID = '302321';
const byDate = {
	resource: 'sale',
	operation: 'getByDate',
	period: 'date',
	output: 'entries',
	ledgerId: ledger(ID),
};

describe('Sale: Get by Date', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());
	beforeEach(() => void rig.calls());

	const expected = (ledgerDate: string, ledgerId = ID) =>
		rig.sandbox
			.salesOfDate(ledgerId, ledgerDate)
			.map((entry) => ({ ledgerId, ledgerDate, ...entry }));

	it('returns every sale of a busy date, in order, exactly as sent, by the fewest calls', async () => {
		const { ledgerId, ledgerDate } = BUSY_DATE;
		const { items } = await rig.run({ ...byDate, date: ledgerDate, returnAll: true });
		expect(items.length).toBeGreaterThan(5000);
		expect(items).toEqual(expected(ledgerDate, ledgerId));
		expect(rig.calls()).toHaveLength(Math.ceil(items.length / 1000));
	});

	it('returns 50 by default, by one call', async () => {
		const { items } = await rig.run({ ...byDate, date: BUSY_DATE.ledgerDate });
		expect(items).toEqual(expected(BUSY_DATE.ledgerDate).slice(0, 50));
		expect(rig.calls()).toEqual([`${feedOf(ID)}/dates/2026-05-16?pageSize=50`]);
	});

	it('returns a range date by date, and stops where the limit is reached', async () => {
		const range = { ...byDate, period: 'dateRange', fromDate: '2026-06-01', toDate: '2026-06-05' };
		const all = ['01', '02', '03', '04', '05'].flatMap((day) => expected(`2026-06-${day}`));
		expect((await rig.run({ ...range, returnAll: true })).items).toEqual(all);
		expect(rig.calls()).toHaveLength(5);

		const limit = expected('2026-06-01').length + 2;
		expect((await rig.run({ ...range, limit })).items).toEqual(all.slice(0, limit));
		expect(rig.calls()).toHaveLength(2);
	});

	it('returns nothing, without a hint, for a date on which nothing was sold', async () => {
		const closed = { ...byDate, ledgerId: ledger(SEASONAL_LEDGER_ID), date: '2026-04-15' };
		expect(await rig.run(closed)).toMatchObject({ items: [], hints: [], error: undefined });
	});

	it.each([
		{ given: 'a timestamp, by its own calendar date', date: '2026-06-10T23:30:00-11:00' },
		{
			given: 'a DateTime from an expression',
			date: "={{ DateTime.fromISO('2026-06-10T23:30:00', { zone: 'Pacific/Honolulu' }) }}",
		},
		{ given: 'what the date picker gives', date: '2026-06-10T00:00:00' },
	])('takes $given', async ({ date }) => {
		const { items } = await rig.run({ ...byDate, date, returnAll: true });
		expect(items).toEqual(expected('2026-06-10'));
	});

	it('hints, once, that empty does not mean no sales before the first date of the API', async () => {
		const { items, hints } = await rig.run({ ...byDate, date: '2026-03-08' }, [{}, {}]);
		expect(items).toEqual([]);
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('2026-03-09') }),
		]);
	});
});
