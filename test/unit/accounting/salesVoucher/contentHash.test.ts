import fc from 'fast-check';

import type { SalesAccounts } from '../../../../accounting/salesVoucher/accounts';
import { createVoucherBook, totalsIn } from '../../../../accounting/salesVoucher/voucherBook';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';
import { accounts, ledgerDate, line, refund, sale, totalsOf } from './day';

const at25 = line(10000, 2500, 2000);
const at15 = line(5000, 1500, 652);
const first = sale(15000, [at25, at15]);
const others = [
	...[sale(4990, [line(4990, 1500, 651)]), refund(10000, [at25]), sale(700, [])],
	...[sale(12.5, []), sale(900, [], { entryType: 'adjustment' })],
];
const day = [first, ...others];

const hashOf = (entries: SalesEntry[], changed: Partial<SalesAccounts> = {}) =>
	totalsOf([entries], changed)[0]?.contentHash;
const withLines = (...lines: Array<ReturnType<typeof line>>): SalesEntry => ({ ...first, lines });
const withAmounts = (amounts: SalesEntry['amounts']): SalesEntry => ({ ...first, amounts });
const { gross, net, vat } = first.amounts ?? {};

describe('the hash of what a voucher holds', () => {
	it('is 64 hexadecimal digits, and the same whenever the same is prepared', () => {
		expect(hashOf(day)).toMatch(/^[0-9a-f]{64}$/);
		expect(hashOf(structuredClone(day))).toBe(hashOf(day));
	});

	it('depends neither on the order of the entries nor on their pages', () => {
		const shuffled = fc.shuffledSubarray(day, { minLength: day.length });
		fc.assert(
			fc.property(shuffled, fc.nat(day.length), fc.nat(day.length), (sent, one, other) => {
				const [from, to] = [Math.min(one, other), Math.max(one, other)];
				const pages = [sent.slice(0, from), sent.slice(from, to), [], sent.slice(to)];
				expect(totalsOf(pages)[0]?.contentHash).toBe(hashOf(day));
			}),
		);
	});

	it.each<{ name: string; changed: Partial<SalesAccounts> }>([
		{ name: 'accounts', changed: { clearingAccount: '1', interimAccount: '2', rows: [] } },
		{ name: 'VAT on lines of its own', changed: { vatPosting: 'lines' } },
		{ name: 'no VAT registration', changed: { vatPosting: 'none' } },
		{ name: 'a rate for missing VAT', changed: { missingVat: 'rate', missingVatRate: 2500 } },
		{ name: 'refunds and sales on one line', changed: { refundsOnOwnLines: false } },
		{ name: 'another country', changed: { country: 'DK' } },
	])('does not depend on the settings: $name', ({ changed }) => {
		expect(hashOf(day, changed)).toBe(hashOf(day));
	});

	it.each<{ name: string; entry: SalesEntry }>([
		{ name: 'the order of lines', entry: withLines(at15, at25) },
		{ name: 'the name of a line', entry: withLines({ ...at25, name: 'B', lineId: '7' }, at15) },
		{
			name: 'a line that is sent as two of its rate',
			entry: withLines(line(4000, 2500, 800), at15, line(6000, 2500, 1200)),
		},
		{ name: 'the order of fields', entry: Object.fromEntries(Object.entries(first).reverse()) },
		{
			name: 'a gross that is net plus VAT',
			entry: withLines({ ...at25, lineTotalGross: null }, at15),
		},
		{ name: 'a field that is new', entry: { ...first, new: { gross: 1 } } },
	])('does not depend on $name', ({ entry }) => {
		expect(hashOf([entry, ...others])).toBe(hashOf(day));
	});

	it.each<{ name: string; entry: SalesEntry }>([
		{ name: 'its type', entry: { ...first, entryType: 'refund' } },
		{ name: 'its PSP reference', entry: { ...first, pspReference: 'other' } },
		{ name: 'its PSP reference is missing', entry: { ...first, pspReference: null } },
		{ name: 'its reference', entry: { ...first, reference: 'other' } },
		{ name: 'its references change places', entry: swapped(first) },
		{ name: 'its time', entry: { ...first, time: `${ledgerDate}T10:00:01Z` } },
		{ name: 'its gross', entry: withAmounts({ gross: 15001, net, vat }) },
		{ name: 'the sign of its gross', entry: withAmounts({ gross: -15000, net, vat }) },
		{ name: 'its VAT', entry: withAmounts({ gross, net, vat: 2651 }) },
		{ name: 'its VAT is missing', entry: withAmounts({ gross, net, vat: null }) },
		{ name: 'the rate of a line', entry: withLines({ ...at25, vatRate: 1200 }, at15) },
		{ name: 'a line without rate', entry: withLines({ ...at25, vatRate: null }, at15) },
		{ name: 'a line of 0 %', entry: withLines({ ...at25, vatRate: 0 }, at15) },
		{ name: 'the gross of a line', entry: withLines({ ...at25, lineTotalGross: 9999 }, at15) },
		{
			name: 'a line without gross',
			entry: withLines({ ...at25, lineTotalGross: null, lineTotalNet: null }, at15),
		},
		{ name: 'the VAT of a line', entry: withLines({ ...at25, vatAmount: 1999 }, at15) },
		{ name: 'the rates of lines change places', entry: withLines(at25SoldAt15(), at15SoldAt25()) },
		{ name: 'a line less', entry: withLines(at25) },
		{ name: 'a line more', entry: withLines(at25, at15, line(100, 1200, 11)) },
		{ name: 'no lines', entry: withLines() },
		{ name: 'a value that can not be read', entry: withAmounts({ gross: 0.5, net, vat }) },
	])('changes with one entry: $name', ({ entry }) => {
		expect(hashOf([entry, ...others])).not.toBe(hashOf(day));
	});

	it.each([
		{
			name: 'VAT of a line that is not given',
			one: [line(10000, 2500, null)],
			other: [line(10000, 2500, 0)],
		},
		{
			name: 'gross of a line that is not given',
			one: [{ ...line(0, 2500, 0), lineTotalGross: null, lineTotalNet: null }],
			other: [line(0, 2500, 0)],
		},
		{
			name: 'no rate and a rate below zero',
			one: [line(1000, null, null), line(2000, -1, null)],
			other: [line(1000, -1, null), line(2000, null, null)],
		},
	])('tells apart: $name, and zero or another', ({ one, other }) => {
		const amounts = { gross: 10000, net: null, vat: null };
		expect(hashOf([{ ...first, lines: one, amounts }])).not.toBe(
			hashOf([{ ...first, lines: other, amounts }]),
		);
	});

	it('changes with the net of a sale whose gross is not given', () => {
		const [one, other] = [8000, 9000].map((amount) => withAmounts({ net: amount, vat: 2000 }));
		expect(hashOf([one ?? first])).not.toBe(hashOf([other ?? first]));
	});

	it('changes with an entry that is dropped, doubled or added, and with the ledger', () => {
		const hashes = [
			...[day, [], [first], [first, first], [first, first, first], others],
			...[
				[...day, first],
				[...day, sale(1, [])],
			],
			...day.map((_, at) => day.toSpliced(at, 1)),
		].map((entries) => hashOf(entries));
		expect(new Set(hashes).size).toBe(hashes.length - 1);
		const hashFor = (ledgerId: string) => {
			const book = createVoucherBook({ ledgerId, currency: 'NOK', accounts });
			book.add(day, ledgerDate);
			return totalsIn(book)[0]?.contentHash;
		};
		expect(hashFor('302321')).toBe(hashOf(day));
		expect(hashFor('302322')).not.toBe(hashOf(day));
	});
});

function swapped({ pspReference, reference, ...entry }: SalesEntry): SalesEntry {
	return { ...entry, pspReference: reference, reference: pspReference };
}

function at25SoldAt15() {
	return { ...at25, vatRate: 1500 };
}

function at15SoldAt25() {
	return { ...at15, vatRate: 2500 };
}
