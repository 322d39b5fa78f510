import {
	BROKEN_SUM_PREFIX,
	startSandbox,
	type SalesEntry,
	type SalesLine,
	type Sandbox,
} from '../../../sandbox';
import { overTheWire } from './client';

let sandbox: Sandbox;
let sales: SalesEntry[];
let lines: SalesLine[];

beforeAll(async () => {
	sandbox = await startSandbox({ now: '2026-07-01T12:00:00Z' });
	sales = overTheWire(sandbox.ledgers().flatMap(({ ledgerId }) => sandbox.sales(ledgerId)));
	lines = sales.flatMap((entry) => entry.lines ?? []);
});
afterAll(async () => await sandbox.close());

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
const some = (wanted: (entry: SalesEntry) => boolean) => expect(sales.some(wanted)).toBe(true);

describe('an entry', () => {
	it('has the documented fields, and those that only a ledger has are not there', () => {
		const documented = (entry: SalesEntry) =>
			typeof entry.entryType === 'string' &&
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(entry.time) &&
			(entry.pspReference === null || typeof entry.pspReference === 'string') &&
			typeof entry.reference === 'string' &&
			/^(NOK|DKK|EUR)$/.test(entry.currency) &&
			typeof entry.paymentType === 'string' &&
			typeof entry.classification.solution === 'string' &&
			'salesCategory' in entry.classification &&
			Number.isInteger(entry.amounts.gross) &&
			entry.customer === null &&
			typeof entry.completeness.hasLineItems === 'boolean' &&
			typeof entry.completeness.hasVatBreakdown === 'boolean' &&
			entry.completeness.hasCustomerIdentity === false &&
			!('ledgerId' in entry) &&
			!('ledgerDate' in entry);
		expect(sales.length).toBeGreaterThan(5000);
		expect(sales.filter((entry) => !documented(entry))).toEqual([]);
	});

	it('carries all documented fields of a line when the merchant gave them', () => {
		const full = lines.find(({ vatRate, category }) => vatRate && category);
		expect(Object.keys(full ?? {}).sort()).toEqual(
			[
				'lineId',
				'name',
				'quantity',
				'unitPriceGross',
				'unitPriceNet',
				'discountTotal',
				'lineTotalGross',
				'lineTotalNet',
				'vatRate',
				'vatAmount',
				'category',
			].sort(),
		);
	});

	it('counts money in whole minor units, and adds up as documented', () => {
		const lineAddsUp = (line: SalesLine) =>
			line.unitPriceGross * line.quantity - line.discountTotal === line.lineTotalGross &&
			(line.vatAmount == null || (line.lineTotalNet ?? 0) + line.vatAmount === line.lineTotalGross);
		const entryAddsUp = ({ amounts: { gross, net, vat }, lines: its }: SalesEntry) =>
			[gross, net ?? 0, vat ?? 0].every(Number.isInteger) &&
			(vat == null || (net ?? 0) + vat === gross) &&
			(!its?.length || sum(its.map((line) => line.lineTotalGross)) === gross) &&
			(!its?.length || vat == null || sum(its.flatMap((l) => l.vatAmount ?? [])) === vat);
		expect(lines.filter((line) => !lineAddsUp(line))).toEqual([]);
		const wellFormed = sales.filter(({ reference }) => !reference.startsWith(BROKEN_SUM_PREFIX));
		expect(wellFormed.filter((entry) => !entryAddsUp(entry))).toEqual([]);
	});

	it('does not add up where its reference says so', () => {
		const broken = sales.filter(({ reference }) => reference.startsWith(BROKEN_SUM_PREFIX));
		expect(broken.length).toBeGreaterThan(0);
		expect(broken.length).toBeLessThan(30);
		for (const { amounts, lines: its } of broken) {
			expect(amounts.gross - sum((its ?? []).map((line) => line.lineTotalGross))).toBe(1);
		}
	});

	it.each([
		{ currency: 'NOK', rates: [0, 1200, 1500, 2500] },
		{ currency: 'DKK', rates: [0, 2500] },
		{ currency: 'EUR', rates: [0, 1000, 1350, 2550] },
	])('in $currency has the VAT rates of its country', ({ currency, rates }) => {
		const seen = sales
			.filter((entry) => entry.currency === currency)
			.flatMap((entry) => (entry.lines ?? []).flatMap((line) => line.vatRate ?? []));
		expect([...new Set(seen)].sort((one, other) => one - other)).toEqual(rates);
	});

	it('has a PSP reference of its own, but for cash, which has none', () => {
		const cash = sales.filter(({ paymentType }) => paymentType === 'CASH');
		expect(cash.length).toBeGreaterThan(0);
		expect(cash.every(({ pspReference }) => pspReference === null)).toBe(true);
		const others = sales.flatMap(({ pspReference }) => pspReference ?? []);
		expect(new Set(others).size).toBe(others.length);
	});

	it('says in completeness what is there', () => {
		const honest = ({ lines: its, amounts, completeness }: SalesEntry) =>
			completeness.hasLineItems === !!its?.length &&
			completeness.hasVatBreakdown ===
				(its?.length ? its.every(({ vatAmount }) => vatAmount != null) : amounts.vat != null);
		expect(sales.filter((entry) => !honest(entry))).toEqual([]);
	});
});

describe('among the sales there are', () => {
	it('typed amounts without lines: null, left out and empty', () => {
		const typed = sales.filter(
			({ classification }) => classification.solution === 'VARIABLE_AMOUNT',
		);
		expect(typed.every((entry) => !entry.lines?.length && entry.amounts.vat == null)).toBe(true);
		expect(typed.some((entry) => entry.lines === null)).toBe(true);
		expect(typed.some((entry) => !('lines' in entry))).toBe(true);
		expect(typed.some((entry) => entry.lines?.length === 0)).toBe(true);
	});

	it('amounts whose net and VAT are null, and some where they are left out', () => {
		some(({ amounts }) => amounts.net === null && amounts.vat === null);
		some(({ amounts }) => !('net' in amounts) && !('vat' in amounts));
	});

	it('baskets with VAT on some lines only, on none, and with null and absent rates', () => {
		const basket = (known: (its: SalesLine[]) => boolean) =>
			some(
				({ classification, lines: its }) =>
					classification.solution === 'SHOPPING_BASKET' && !!its?.length && known(its),
			);
		basket((its) => its.some((l) => l.vatRate != null) && its.some((l) => l.vatRate == null));
		basket((its) => its.every((l) => l.vatRate === null && l.vatAmount === null));
		basket((its) => its.every((l) => !('vatRate' in l) && !('vatAmount' in l)));
	});

	it('discounts, up to the whole price', () => {
		expect(lines.some((line) => line.discountTotal > 0 && line.lineTotalGross > 0)).toBe(true);
		expect(lines.some((line) => line.discountTotal > 0 && line.lineTotalGross === 0)).toBe(true);
	});

	it('refunds with lines, refunds of baskets without, and orders with several of both', () => {
		const refunds = sales.filter(({ entryType }) => entryType === 'refund');
		const ofBaskets = refunds.filter((e) => e.classification.solution !== 'VARIABLE_AMOUNT');
		expect(ofBaskets.some(({ lines: its }) => !!its?.length)).toBe(true);
		expect(ofBaskets.some(({ lines: its }) => !its?.length)).toBe(true);

		const orders = new Map<string, SalesEntry[]>();
		for (const entry of sales) {
			orders.set(entry.reference, [...(orders.get(entry.reference) ?? []), entry]);
		}
		const count = (order: SalesEntry[], type: string) =>
			order.filter(({ entryType }) => entryType === type).length;
		expect(
			[...orders.values()].some((o) => count(o, 'capture') === 2 && count(o, 'refund') === 2),
		).toBe(true);
		const overpaid = (order: SalesEntry[]) => sum(order.map(({ amounts }) => amounts.gross)) < 0;
		expect([...orders.values()].filter(overpaid)).toEqual([]);
	});

	it('values and fields that nobody has seen before, at every depth', () => {
		some(({ entryType }) => entryType === 'adjustment');
		some(({ paymentType }) => paymentType === 'INVOICE');
		some(({ classification }) => classification.solution === 'SELF_CHECKOUT');
		some((entry) => 'sandboxNewField' in entry);
		some((entry) => 'sandboxNewAmount' in entry.amounts);
		some((entry) => !!entry.lines?.some((line) => 'sandboxNewLineField' in line));
	});

	it('references that a URL must encode', () => {
		some(({ reference }) => /[/+ ø]/.test(reference));
	});
});
