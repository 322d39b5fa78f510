import { toRow } from '../../../accounting/items/rows';
import { shapes } from '../../../accounting/items/shapes';
import type { SalesEntry, SalesLine } from '../../../vipps/api/salesEntry';
import { runRecipeCode } from './recipeCode.cts';

const origin = { ledgerId: '1', ledgerDate: '2026-05-16' };
const line = (gross: number, vatRate: number | null, vat: number | null): SalesLine => ({
	...{ name: 'Item', quantity: 1, unitPriceGross: gross, discountTotal: 0 },
	...{ lineTotalGross: gross, lineTotalNet: vat === null ? null : gross - vat },
	...{ vatRate, vatAmount: vat },
});
const sale = (gross: number, lines: SalesLine[], more: Partial<SalesEntry> = {}): SalesEntry => ({
	...{ entryType: 'capture', time: '2026-05-16T10:00:00Z', currency: 'NOK', paymentType: 'CARD' },
	...{ amounts: { gross, net: null, vat: null }, lines, ...more },
});
const basket = [line(20000, 2500, 4000), line(5000, 1500, 652)];
const totalsOf = (entries: SalesEntry[], recipe = 'daily-vat-totals') => {
	const items = entries.flatMap((entry) => shapes.lines(entry, origin));
	const totals = runRecipeCode(recipe, items);
	return Object.fromEntries(totals.map(({ vatRate, gross, vat }) => [vatRate, { gross, vat }]));
};

describe.each(['daily-vat-totals', 'vat-totals-last-month'])('the recipe %s', (recipe) => {
	it('counts a refund under none given if it repeats all lines of its order', () => {
		const refund = sale(5000, basket, { entryType: 'refund' });
		expect(totalsOf([sale(25000, basket), refund], recipe)).toEqual({
			'25 %': { gross: 200, vat: 40 },
			'15 %': { gross: 50, vat: 6.52 },
			'none given': { gross: -50, vat: null },
		});
	});

	it('counts the rounding of a cash sale under none given', () => {
		const rounded = sale(25050, basket, { paymentType: 'CASH' });
		expect(totalsOf([rounded], recipe)).toEqual({
			'25 %': { gross: 200, vat: 40 },
			'15 %': { gross: 50, vat: 6.52 },
			'none given': { gross: 0.5, vat: null },
		});
	});

	it('counts lines without VAT and a sale with an error under none given', () => {
		const odd = sale(700, [], { classification: 'none' as never, entryType: 'refund' });
		expect(totalsOf([sale(10000, [line(10000, null, null)]), odd], recipe)).toEqual({
			'none given': { gross: 93, vat: null },
		});
	});

	it('stops with an error if the gross amount of a sale cannot be read', () => {
		expect(() => totalsOf([sale(12.5, [])], recipe)).toThrow('amounts.gross is 12.5');
	});

	it('has no row with a total of zero', () => {
		expect(totalsOf([sale(25000, basket)], recipe)).not.toHaveProperty('none given');
	});
});

describe('the month-end check', () => {
	const check = (entry: SalesEntry) => runRecipeCode('month-end-check', [toRow(entry, origin)])[0];
	const whole = { gross: 25000, net: 20348, vat: 4652 };

	it.each([
		{ name: 'lines that do not add up', entry: sale(25000, [line(20000, 2500, 4000)]) },
		{
			name: 'net and VAT that are not gross',
			entry: sale(0, [], { amounts: { gross: 25000, net: 20000, vat: 4000 } }),
		},
		{
			name: 'VAT of lines that is not the VAT',
			entry: sale(0, basket, { amounts: { ...whole, net: 21000, vat: 4000 } }),
		},
		{
			name: 'a price that is not the total',
			entry: sale(0, [{ ...line(25000, 2500, 5000), quantity: 2 }], {
				amounts: { gross: 25000, net: 20000, vat: 5000 },
			}),
		},
		{
			name: 'signs that differ',
			entry: sale(0, [], { amounts: { gross: 25000, net: 30000, vat: -5000 } }),
		},
	])('finds $name', ({ entry }) => {
		expect(check(entry)).toMatchObject({ doesNotAddUp: 1, finding: expect.any(String) });
	});

	it('finds nothing in a correct sale, nor in rounded cash', () => {
		const amounts = { ...whole };
		expect(check(sale(0, basket, { amounts }))).toMatchObject({ doesNotAddUp: 0, finding: '' });
		const cash = { amounts: { ...whole, gross: 25050 }, paymentType: 'CASH' };
		expect(check(sale(0, basket, cash))).toMatchObject({ doesNotAddUp: 0 });
	});
});
