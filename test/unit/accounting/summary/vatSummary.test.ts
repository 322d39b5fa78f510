import fc from 'fast-check';

import { createSalesBook } from '../../../../accounting/salesBook/salesBook';
import {
	createVatSummary,
	summaryGroups,
	type SummaryGroup,
	type VatSummary,
} from '../../../../accounting/summary/vatSummary';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';
import { cleanEntry } from '../salesVoucher/anySales';
import { ledgerDate, line, refund, sale } from '../salesVoucher/day';

/** The rows of a day, all of it in the currency of the ledger. */
function rowsOf(entries: SalesEntry[], groupBy: SummaryGroup = 'vatRate') {
	const book = createSalesBook<VatSummary>({
		...{ ledgerId: '302321', currency: 'NOK' },
		rules: { country: 'NO', otherRates: [] },
		createSink: (currency) => createVatSummary(currency, groupBy),
	});
	book.add(entries, ledgerDate);
	for (const reference of book.orders()) book.complete(reference, []);
	return book.sinks().flatMap((summary) => summary.rows());
}

describe('a VAT summary', () => {
	it('adds sales and refunds up by rate, from high to low, what has none last', () => {
		const entries = [
			sale(10000, []),
			sale(4990, [line(4990, 1500, 651)]),
			sale(25000, [line(20000, 2500, 4000), line(5000, 1500, 652)]),
			refund(12500, [line(12500, 2500, 2500)]),
		];
		expect(rowsOf(entries)).toEqual([
			{
				...{ vatRate: 25, sales: 200, refunds: -125, gross: 75, net: 60, vat: 15, count: 2 },
				currency: 'NOK',
			},
			{
				...{ vatRate: 15, sales: 99.9, refunds: 0, gross: 99.9, net: 86.87, vat: 13.03, count: 2 },
				currency: 'NOK',
			},
			{
				...{ vatRate: 'none given', sales: 100, refunds: 0, gross: 100, net: 100, vat: 0 },
				...{ count: 1, currency: 'NOK' },
			},
		]);
	});

	it('counts what order lines leave of a sale as without rate', () => {
		const tip = sale(12000, [line(10000, 2500, 2000)], {
			amounts: { gross: 12000, net: null, vat: 2000 },
		});
		expect(rowsOf([tip]).map(({ vatRate, gross, count }) => [vatRate, gross, count])).toEqual([
			[25, 100, 1],
			['none given', 20, 1],
		]);
	});

	it.each([
		{ groupBy: 'category' as const, groups: ['DRINKS', 'FOOD'] },
		{ groupBy: 'paymentType' as const, groups: ['WALLET'] },
		{ groupBy: 'solution' as const, groups: ['SHOPPING_BASKET'] },
	])('divides each rate by $groupBy, too', ({ groupBy, groups }) => {
		const entry = sale(30000, [
			{ ...line(10000, 2500, 2000), category: 'FOOD' },
			{ ...line(20000, 2500, 4000), category: 'DRINKS' },
		]);
		const rows = rowsOf([entry], groupBy);
		expect(rows.map((row) => row[groupBy])).toEqual(groups);
		expect(rows.reduce((sum, { gross }) => sum + Number(gross), 0)).toBe(300);
	});

	it('has all sales of a ledger in its rows, to the øre', () => {
		fc.assert(
			fc.property(
				fc.array(cleanEntry, { maxLength: 20 }),
				fc.constantFrom(...summaryGroups),
				(entries, groupBy) => {
					const minor = (value: unknown) => Math.round(Number(value) * 100);
					const rows = rowsOf(entries, groupBy);
					const sum = (field: string) => rows.reduce((all, row) => all + minor(row[field]), 0);
					const expected = entries.reduce((all, { entryType, amounts }) => {
						const gross = amounts?.gross ?? 0;
						return all + (entryType?.toLowerCase() === 'refund' ? -Math.abs(gross) : gross);
					}, 0);
					expect(sum('gross')).toBe(expected);
					expect(sum('sales') + sum('refunds')).toBe(expected);
					expect(sum('net') + sum('vat')).toBe(expected);
				},
			),
		);
	});
});
