import type { IDataObject } from 'n8n-workflow';

import { ledger } from '../../rigs/engine/rig';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig('vippsBookkeeping');
const WEEK = { period: 'dateRange', fromDate: '2026-06-01', toDate: '2026-06-07' };
const summaryOf = (ledgerId: string) => ({
	...{ resource: 'summary', operation: 'get', ledgerId: ledger(ledgerId), ...WEEK },
});

const minor = (value: unknown) => Math.round(Number(value) * 100);
const sumOf = (rows: IDataObject[], field: string) =>
	rows.reduce((all, row) => all + minor(row[field]), 0);

/** Captures and refunds of the week, in minor units, whatever signs were sent. */
function soldBy(ledgerId: string, wanted: 'capture' | 'refund'): number {
	return [1, 2, 3, 4, 5, 6, 7]
		.flatMap((day) => held.sandbox.salesOfDate(ledgerId, `2026-06-0${day}`))
		.filter(({ entryType }) => entryType === wanted)
		.reduce((all, { amounts }) => all + Math.abs(amounts?.gross ?? 0), 0);
}

describe('a VAT summary', () => {
	it.each(['302321', '451207', '602118'])(
		'of ledger %s is its sales, to the øre',
		async (ledgerId) => {
			for (const groupBy of ['vatRate', 'category', 'paymentType', 'solution']) {
				const { items, error } = await held.run({ ...summaryOf(ledgerId), groupBy });
				expect(error).toBeUndefined();
				expect(sumOf(items, 'sales')).toBe(soldBy(ledgerId, 'capture'));
				expect(sumOf(items, 'refunds')).toBe(-soldBy(ledgerId, 'refund'));
				expect(sumOf(items, 'net') + sumOf(items, 'vat')).toBe(sumOf(items, 'gross'));
			}
		},
	);

	it('is by day, or for the whole period with the same sums', async () => {
		const { items: days } = await held.run(summaryOf('302321'));
		const { items } = await held.run({ ...summaryOf('302321'), per: 'period' });
		expect(new Set(days.map(({ date }) => date)).size).toBe(7);
		expect(items[0]).toMatchObject({ fromDate: '2026-06-01', toDate: '2026-06-07', vatRate: 25 });
		expect(items.at(-1)).toMatchObject({ vatRate: 'none given' });
		for (const { vatRate, gross, vat } of items) {
			const ofRate = days.filter((row) => row.vatRate === vatRate);
			expect([sumOf(ofRate, 'gross'), sumOf(ofRate, 'vat')]).toEqual([minor(gross), minor(vat)]);
		}
	});

	it('of all ledgers has the rates of each country', async () => {
		const { items } = await held.run({ ...summaryOf(''), ledgers: 'all', per: 'period' });
		const ratesOf = (currency: string) => [
			...new Set(items.filter((row) => row.currency === currency).map(({ vatRate }) => vatRate)),
		];
		expect(ratesOf('NOK')).toEqual(expect.arrayContaining([25, 15]));
		expect(ratesOf('EUR')).toEqual(expect.arrayContaining([25.5, 13.5]));
	});

	it.each([
		{
			given: { groupBy: 'month' },
			message: "'Group By' must be vatRate, category, paymentType or solution",
		},
		{ given: { per: 'week' }, message: "'Per' must be day or period" },
	])('is refused before any call: $message', async ({ given, message }) => {
		const { error } = await held.run({ ...summaryOf('302321'), ...given });
		expect(error?.message).toBe(message);
		expect(held.calls()).toEqual([]);
	});
});
