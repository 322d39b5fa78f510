import fc from 'fast-check';

import type { AccountRow, SalesAccounts } from '../../../../accounting/salesVoucher/accounts';
import type { SalesEntry, SalesLine } from '../../../../vipps/api/salesEntry';
import { accounts, row } from './day';

const amount = fc.oneof(
	fc.constantFrom(0, 1, -1, 50, 4999),
	fc.integer({ min: -1e6, max: 1e6 }),
	fc.integer({ min: -1e12, max: 1e12 }),
);
const given = fc.option(amount);
const rate = fc.constantFrom(2500, 1500, 1200, 1111, 0, 777, -1, -10_000, 2550, 1400);
const id = fc.constantFrom('1', '2', '3', '', null, undefined);

const anyLine: fc.Arbitrary<SalesLine> = fc.record(
	{
		quantity: fc.option(fc.constantFrom(1, 2, -1, 0.333, 0)),
		unitPriceGross: given,
		discountTotal: given,
		lineTotalGross: given,
		lineTotalNet: given,
		vatRate: fc.option(rate),
		vatAmount: given,
		category: fc.option(fc.constantFrom('Goods', 'goods ', 'x')),
	},
	{ requiredKeys: [] },
);

/** Amounts that are whole numbers, fractions or missing. Without gross, net and VAT are never both given: their signs could differ. */
const anyAmounts = fc
	.record(
		{
			gross: fc.oneof({ weight: 9, arbitrary: given }, { weight: 1, arbitrary: fc.constant(0.5) }),
			net: given,
			vat: given,
		},
		{ requiredKeys: [] },
	)
	.map((all) => ((all.gross ?? null) === null ? { ...all, vat: null } : all));

/** Entries of all kinds: with nulls, missing fields, mixed signs and types that nobody knows. */
export const anyEntry: fc.Arbitrary<SalesEntry> = fc
	.record(
		{
			entryType: fc.constantFrom('capture', 'capture', 'refund', 'REFUND', 'Capture', 'new', ''),
			time: fc.constantFrom('2026-06-01T10:00:00Z', '2025-12-30T10:00:00.5Z', 'soon'),
			reference: id,
			pspReference: id,
			currency: fc.constantFrom('NOK', 'NOK', ' nok', 'DKK', 'EUR', 'JPY', 'KWD', '', undefined),
			paymentType: fc.constantFrom('WALLET', 'CARD', 'CASH', ' cash', 'CHEQUE', null),
			classification: fc.option(
				fc.record({ solution: fc.constantFrom('MPOS', null), salesCategory: fc.constant('goods') }),
			),
			amounts: fc.option(anyAmounts, { freq: 9 }),
			lines: fc.option(fc.array(anyLine, { maxLength: 4 })),
			completeness: fc.option(fc.record({ hasVatBreakdown: fc.boolean() })),
		},
		{ requiredKeys: [] },
	)
	.map((entry) => entry as SalesEntry);

const rows: AccountRow[] = [
	row(2500, '3001', { vatCode: '3', vatAccount: '2700', category: 'goods' }),
	row(2500, '3000', { vatCode: '3', vatAccount: '2700' }),
	row(1500, '3030', { vatAccount: '2701', solution: 'mpos' }),
	row(1200, '3050'),
	row(777, '3077', { vatCode: 'x', vatAccount: '2777' }),
	row(0, '3100'),
];

/** Settings of all kinds. */
export const anyAccounts: fc.Arbitrary<SalesAccounts> = fc
	.record({
		country: fc.constantFrom('NO' as const, 'DK' as const, 'FI' as const, 'other' as const),
		vatPosting: fc.constantFrom('code' as const, 'lines' as const, 'none' as const),
		rows: fc.subarray(rows),
		cashAccount: fc.constantFrom('1900', null),
		cardAccount: fc.constantFrom('1580', null),
		roundingAccount: fc.constantFrom('7740', null),
		missingVat: fc.constantFrom('interim' as const, 'rate' as const, 'error' as const),
		missingVatRate: fc.constantFrom(0, 2500, 1200, 777),
		refundsOnOwnLines: fc.boolean(),
	})
	.map((changed) => ({ ...accounts, ...changed }));

/** Entries on several pages, and the same entries on other pages and in another order. */
export const twice = <Entry>(entry: fc.Arbitrary<Entry>) =>
	fc
		.array(entry, { maxLength: 12 })
		.chain((entries) =>
			fc.tuple(
				fc.constant(entries),
				fc.shuffledSubarray(entries, { minLength: entries.length }),
				fc.integer({ min: 1, max: 5 }),
			),
		)
		.map(([entries, shuffled, size]) => ({
			entries,
			pages: Array.from({ length: Math.ceil(shuffled.length / size) }, (_, at) =>
				shuffled.slice(at * size, (at + 1) * size),
			),
		}));

/** A line whose VAT may be a unit more or less than that of its rate. */
const cleanLine = (sign: number) =>
	fc
		.record({
			gross: fc.integer({ min: 1, max: 1e7 }),
			vatRate: fc.constantFrom(2500, 1500, 1200, 0),
			more: fc.constantFrom(-1, 0, 1),
		})
		.map(({ gross, vatRate, more }): SalesLine => {
			const exact = Math.floor((gross * vatRate) / (10_000 + vatRate)) + more;
			const vat = vatRate === 0 ? 0 : Math.max(0, Math.min(gross, exact));
			const split = { lineTotalGross: sign * gross, lineTotalNet: sign * (gross - vat) };
			return { ...split, vatRate, vatAmount: sign * vat, quantity: 1, category: 'other' };
		});

/** Sales and refunds whose lines add up, with either sign. */
export const cleanEntry: fc.Arbitrary<SalesEntry> = fc
	.record({
		entryType: fc.constantFrom('capture', 'refund'),
		isTurned: fc.boolean(),
		paymentType: fc.constantFrom('WALLET', 'CARD', 'CASH'),
		reference: fc.uuid(),
	})
	.chain(({ isTurned, ...entry }) => {
		const sign = entry.entryType === 'refund' && isTurned ? -1 : 1;
		return fc.array(cleanLine(sign), { minLength: 1, maxLength: 4 }).map((lines) => {
			const total = (field: 'lineTotalGross' | 'lineTotalNet' | 'vatAmount') =>
				lines.reduce((all, line) => all + (line[field] ?? 0), 0);
			const [gross, net] = [total('lineTotalGross'), total('lineTotalNet')];
			return {
				...{ ...entry, currency: 'NOK', time: '2026-06-01T10:00:00Z', lines },
				amounts: { gross, net, vat: total('vatAmount') },
			};
		});
	});
