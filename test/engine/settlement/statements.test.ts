import type { IDataObject } from 'n8n-workflow';

import { ledger } from '../../rigs/engine/rig';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';
import { amountOf, datesFrom } from '../../rigs/engine/settlement/truth';

const held = useSettlementRig();

const statements = (ledgerId: string, fromDate: string, toDate = fromDate) => ({
	...{ resource: 'statement', operation: 'getByDate', ledgerId: ledger(ledgerId) },
	...{ period: 'dateRange', fromDate, toDate },
});
const minor = (value: unknown) => Math.round(Number(value) * 100);
const balances = (items: IDataObject[]) => items.map(({ opening, closing }) => [opening, closing]);

describe('Statement: Get by Date', () => {
	it.each(['302321', '302334', '310488', '451207', '0451893', '602118', '602745'])(
		'gives each date of ledger %s, opened as the one before closed, and adding up',
		async (ledgerId) => {
			const parameters = statements(ledgerId, '2026-04-25', '2026-06-15');
			const { items, error } = await held.run(parameters);
			expect(error).toBeUndefined();
			const dates = datesFrom('2026-04-25', '2026-06-15');
			expect(items.map(({ ledgerDate }) => ledgerDate)).toEqual(dates);
			for (const [index, item] of items.entries()) {
				const entries = held.sandbox.movementsOfDate(ledgerId, 'funds', dates[index] ?? '');
				const of = (...types: string[]) => amountOf(entries, ...types) + 0;
				const known = ['capture', 'refund', 'fees-retained', 'payout-scheduled'];
				const others = entries.filter(({ entryType }) => !known.includes(entryType));
				const other = others.reduce((total, { amount }) => total + amount, 0);
				expect([item.sales, item.refunds, item.fees, item.payouts, item.other].map(minor)).toEqual([
					...[of('capture'), of('refund'), of('fees-retained'), of('payout-scheduled'), other],
				]);
				const moved = entries.reduce((total, { amount }) => total + amount, 0);
				expect(minor(item.opening) + moved).toBe(minor(item.closing));
				if (index > 0) expect(item.opening).toBe(items[index - 1]?.closing);
				if (entries[0]) expect(minor(item.opening)).toBe(entries[0].balanceBefore);
				expect(item.finding).toBeNull();
			}
		},
	);

	it('names the payout of a date, and says whether the date is final', async () => {
		const { items, hints } = await held.run(statements('302334', '2026-06-13', '2026-06-15'));
		expect(items.map(({ isFinal }) => isFinal)).toEqual([true, true, false]);
		expect(items.map(({ payoutNumber }) => payoutNumber)).toEqual([
			null,
			expect.stringMatching(/^20000\d\d$/),
			null,
		]);
		expect(hints.map(({ message }) => message)).toEqual([
			'This date is not final, so the statement can still change: 2026-06-15.',
		]);
	});

	it('is the same on small pages with empty ones between', async () => {
		const parameters = statements('302321', '2026-05-15', '2026-05-17');
		const { items } = await held.run(parameters);
		Object.assign(held.sandbox.switches, { reportPages: 'small', emptyReportPages: 'between' });
		expect((await held.run(parameters)).items).toEqual(items);
	});

	it('covers last month by default', async () => {
		const { resource, operation, ledgerId } = statements('302321', '');
		const { items } = await held.run({ resource, operation, ledgerId });
		expect([items[0]?.ledgerDate, items.length]).toEqual(['2026-05-01', 31]);
	});
});

describe('dates on which nothing moved', () => {
	it('open and close with the balance before them', async () => {
		held.at('2026-09-02T23:00:00Z');
		const { items } = await held.run(statements('20100', '2026-09-03'));
		expect(balances(items)).toEqual([[-300, -300]]);
		expect(held.calls()).toHaveLength(5);
	});

	it('without any before them take the balance that comes next', async () => {
		const { items, hints } = await held.run(statements('602745', '2026-04-20', '2026-04-21'));
		expect(balances(items)).toEqual([
			[0, 0],
			[0, 0],
		]);
		expect(items[0]).toMatchObject({ currency: 'EUR', sales: 0, payoutNumber: null });
		expect(hints.map(({ message }) => message).join()).not.toContain('balance is not known');
	});

	it('without any around them have no balance, and a hint', async () => {
		held.at('2026-04-25T10:00:00Z');
		const { items, hints } = await held.run(statements('602745', '2026-04-24'));
		expect(balances(items)).toEqual([[null, null]]);
		expect(hints.map(({ message }) => message)).toContain(
			'Ledger 602745 has no transactions around these dates, so the balance is not known.',
		);
	});
});
