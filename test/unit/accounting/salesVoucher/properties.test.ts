import fc from 'fast-check';

import type { SalesAccounts } from '../../../../accounting/salesVoucher/accounts';
import { createVoucherBook, totalsIn } from '../../../../accounting/salesVoucher/voucherBook';
import { toSalesVoucher } from '../../../../accounting/salesVoucher/salesVoucher';
import type { Voucher } from '../../../../accounting/voucher/voucher';
import { voucherItems } from '../../../../accounting/voucher/voucherItems';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';
import { anyAccounts, anyEntry, cleanEntry, twice } from './anySales';
import { accounts, ledgerDate, row } from './day';

const runs = { numRuns: 200 };
const usual = { ledgerId: '302321', unit: 'ACME Fitness Oslo', template: 'Vipps {date} {unit}' };

/** The vouchers of a day; the first entries of each order are what a look-up gives. */
function vouchersOf(
	pages: SalesEntry[][],
	given: SalesAccounts,
	{ ledgerId, unit, template } = usual,
	order: SalesEntry[] = pages.flat(),
): Voucher[] {
	const book = createVoucherBook({
		...{ ledgerId, currency: 'NOK', accounts: given, keepsReferences: true },
	});
	for (const page of pages) book.add(page, ledgerDate);
	for (const reference of book.orders()) {
		const found = order.filter((entry) => entry.reference === reference && reference !== '1');
		book.complete(reference, found);
	}
	const ledger = { ledgerId, currency: 'NOK', unit, organisationNumber: null };
	const dates = { from: '2026-05-25', to: ledgerDate, isDay: ledgerId.length % 2 === 0 };
	return totalsIn(book).map((totals) => toSalesVoucher(totals, ledger, dates, template));
}

const isReadable = ({ amounts, entryType }: SalesEntry) =>
	['capture', 'refund'].includes(entryType?.toLowerCase() ?? '') &&
	Number.isInteger(amounts?.gross);

/** A refund is negative, whatever its sign on the wire. */
const signedGross = ({ amounts, entryType }: SalesEntry) => {
	const gross = amounts?.gross ?? 0;
	return entryType?.toLowerCase() === 'refund' ? 0 - Math.abs(gross) : gross;
};

const isPaidInCash = ({ paymentType }: SalesEntry) => paymentType?.trim().toUpperCase() === 'CASH';
const currencyIn = ({ currency }: SalesEntry) => currency?.trim().toUpperCase() || 'NOK';
const total = (amounts: number[]) => amounts.reduce((all, each) => all + each, 0);
const decimalsOf = (currency: string | null) => ({ JPY: 0, KWD: 3 })[currency ?? ''] ?? 2;
/** Decimals back to whole minor units, without arithmetic on them. */
const minor = (major: unknown, currency: string | null) =>
	Number(Number(major).toFixed(decimalsOf(currency)).replace('.', ''));

describe('any sales', () => {
	it('give vouchers that balance, on sides that are never negative', () => {
		fc.assert(
			fc.property(twice(anyEntry), anyAccounts, ({ pages }, given) => {
				for (const voucher of vouchersOf(pages, given)) {
					const { currency } = voucher;
					const items = voucherItems.lines(voucher);
					const sum = (field: string) => total(items.map((item) => minor(item[field], currency)));
					expect(total(voucher.lines.map(({ amount }) => amount))).toBe(0);
					expect(sum('amount')).toBe(0);
					expect(sum('debit')).toBe(sum('credit'));
					for (const { debit, credit, amount } of items) {
						expect(Math.min(Number(debit), Number(credit))).toBe(0);
						expect(Number(debit) - Number(credit)).toBe(amount);
						expect(
							Object.values({ debit, credit, amount }).some((each) => Object.is(each, -0)),
						).toBe(false);
					}
					const [whole] = voucherItems.vouchers(voucher);
					expect(minor(whole?.debit, currency)).toBe(sum('debit'));
					expect(minor(whole?.credit, currency)).toBe(sum('credit'));
				}
			}),
			runs,
		);
	});

	it('take to the accounts of money what was sold and given back, by currency', () => {
		fc.assert(
			fc.property(twice(anyEntry), anyAccounts, ({ entries, pages }, given) => {
				const vouchers = vouchersOf(pages, given);
				for (const { currency, lines } of vouchers) {
					const moneyOf = (role: string) =>
						total(lines.filter((line) => line.role === role).map(({ amount }) => amount));
					const sold = entries.filter((each) => isReadable(each) && currencyIn(each) === currency);
					const [inCash, other] = [true, false].map((cash) =>
						total(sold.filter((each) => isPaidInCash(each) === cash).map(signedGross)),
					);
					expect(moneyOf('clearing')).toBe(other);
					expect(moneyOf('cash')).toBe(given.cashAccount === null ? 0 : inCash);
				}
				const booked = new Set(vouchers.map(({ currency }) => currency));
				const missed = entries.filter((each) => isReadable(each) && !booked.has(currencyIn(each)));
				expect(missed).toEqual([]);
			}),
			runs,
		);
	});

	it('give the same on other pages and in another order, byte for byte', () => {
		fc.assert(
			fc.property(twice(anyEntry), anyAccounts, ({ entries, pages }, given) => {
				const itemsOf = (all: SalesEntry[][]) =>
					vouchersOf(all, given, usual, entries).map((voucher) =>
						Object.values(voucherItems).map((toItems) => toItems(voucher)),
					);
				expect(JSON.stringify(itemsOf(pages))).toBe(JSON.stringify(itemsOf([entries])));
			}),
			runs,
		);
	});

	it('are ready only without findings, which are sorted by code and told in words', () => {
		fc.assert(
			fc.property(twice(anyEntry), anyAccounts, ({ pages }, given) => {
				for (const voucher of vouchersOf(pages, given)) {
					const codes = voucher.findings.map(({ code }) => code);
					const [item] = voucherItems.vouchers(voucher);
					expect(codes).toEqual([...new Set(codes)].sort());
					expect(item?.status).toBe(codes.length === 0 ? 'ready' : 'needsReview');
					expect(item?.reasons).toHaveLength(codes.length);
					if (voucher.currency !== 'NOK') expect(codes).not.toEqual([]);
				}
			}),
			runs,
		);
	});

	it('give texts and keys of at most 60 characters, none of them cut in two', () => {
		const long = fc.string({ unit: 'grapheme', maxLength: 90 });
		const currency = fc.constantFrom('NOK', 'JPY', 'A'.repeat(70), 'Ø'.repeat(61));
		fc.assert(
			fc.property(fc.tuple(long, long, long), currency, cleanEntry, (words, code, entry) => {
				const [ledgerId, unit, text] = words;
				const template = `${text}{unit}{date}${text}`;
				const sold = [{ ...entry, currency: code }];
				for (const voucher of vouchersOf([sold], accounts, { ledgerId, unit, template })) {
					const texts = [voucher.key, voucher.text, ...voucher.lines.map((line) => line.text)];
					for (const each of texts) {
						expect(each.length).toBeLessThanOrEqual(60);
						expect(Buffer.from(each).toString()).toBe(each);
					}
				}
			}),
			runs,
		);
	});
});

describe('any sales whose lines add up', () => {
	const rates = [
		row(2500, '3000', { vatCode: '3', vatAccount: '2700' }),
		row(1500, '3030', { vatAccount: '2701' }),
		row(0, '3100', { vatAccount: '2999' }),
	];

	it.each(['code', 'lines'] as const)('are booked by rate, to the unit: %s', (vatPosting) => {
		fc.assert(
			fc.property(twice(cleanEntry), fc.boolean(), ({ entries, pages }, refundsOnOwnLines) => {
				const given = { ...accounts, rows: rates, vatPosting, refundsOnOwnLines };
				const lines = vouchersOf(pages, given).flatMap((voucher) => voucher.lines);
				for (const rate of [2500, 1500, 1200, 0]) {
					const sent = entries.flatMap(({ entryType, lines: all }) =>
						(all ?? [])
							.filter(({ vatRate }) => vatRate === rate)
							.map(({ lineTotalGross, vatAmount }) =>
								[lineTotalGross, vatAmount].map(
									(each) => Math.abs(each ?? 0) * (entryType === 'refund' ? -1 : 1),
								),
							),
					);
					const [gross = 0, vat = 0] = [0, 1].map((at) => total(sent.map((each) => each[at] ?? 0)));
					const ofRate = lines.filter(({ vatRate }) => vatRate === rate);
					const postedAs = (...roles: string[]) =>
						0 -
						total(ofRate.filter(({ role }) => roles.includes(role)).map(({ amount }) => amount));
					expect(postedAs('sales', 'vat', 'interim')).toBe(gross + 0);
					const isApart = vatPosting === 'lines' && rate !== 1200;
					expect(postedAs('vat')).toBe(isApart ? vat + 0 : 0);
				}
			}),
			runs,
		);
	});
});
