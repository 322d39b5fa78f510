import fc from 'fast-check';

import { toLines } from '../../../../accounting/items/lines';
import { toRow } from '../../../../accounting/items/rows';
import type { SalesEntry, SalesLine } from '../../../../vipps/api/salesEntry';
import { documentedEntry, refund } from '../sales';

const origin = { ledgerId: '302321', ledgerDate: null };
const findingOf = (entry: SalesEntry) => toRow(entry, origin).finding;

const [line = {}] = documentedEntry.lines ?? [];
const withLine = (changes: Partial<SalesLine>): SalesEntry => ({
	...documentedEntry,
	lines: [{ ...line, ...changes }],
});
const withAmounts = (amounts: SalesEntry['amounts'], more: Partial<SalesEntry> = {}) => ({
	...documentedEntry,
	...{ amounts, ...more },
});

const at25: SalesLine = {
	...{ name: 'Shirt', quantity: 1, unitPriceGross: 20000, unitPriceNet: 16000, discountTotal: 0 },
	...{ lineTotalGross: 20000, lineTotalNet: 16000, vatRate: 2500, vatAmount: 4000 },
};
const at15: SalesLine = {
	...{ name: 'Bread', quantity: 1, unitPriceGross: 5000, unitPriceNet: 4348, discountTotal: 0 },
	...{ lineTotalGross: 5000, lineTotalNet: 4348, vatRate: 1500, vatAmount: 652 },
};

describe('the finding of a sale', () => {
	it.each([
		{ what: 'that is documented', entry: documentedEntry },
		{ what: 'without lines', entry: { ...documentedEntry, lines: null } },
		{ what: 'without VAT', entry: withAmounts({ gross: 25000 }) },
		{
			what: 'with VAT on some of its lines',
			entry: {
				...withAmounts({ gross: 25000, net: 20348, vat: 4652 }),
				lines: [at25, { ...at15, lineTotalNet: null, vatAmount: null }],
			},
		},
		{ what: 'given back, positive on the wire', entry: refund(1, {}) },
		{ what: 'given back, negative amounts over positive lines', entry: refund(-1, {}) },
		{
			what: 'with the total of some of its lines',
			entry: {
				...documentedEntry,
				lines: [line, { ...at15, lineTotalGross: null, vatAmount: null }],
			},
		},
		{ what: 'of 0.375 kg', entry: withLine({ quantity: 0.375, unitPriceGross: 66667 }) },
		{ what: 'of half a piece', entry: withLine({ quantity: 0.5, unitPriceGross: 50001 }) },
		// In floating point 25000.500000000004.
		{ what: 'of 0.14 kg', entry: withLine({ quantity: 0.14, unitPriceGross: 178575 }) },
		{ what: 'that tells next to nothing', entry: { entryType: 'capture', currency: 'NOK' } },
		{ what: 'in the currency of Iceland', entry: { ...documentedEntry, currency: 'ISK' } },
	])('is null for one $what', ({ entry }) => {
		expect(findingOf(entry)).toBeNull();
	});

	it.each([
		{
			what: 'gross is not the lines',
			entry: withAmounts({ gross: 5000 }),
			finding: 'Order lines add up to 250.00, the sale is 50.00',
		},
		{
			what: 'VAT is not that of the lines',
			entry: withAmounts({ gross: 25000, net: 21000, vat: 4000 }),
			finding: 'VAT of the order lines adds up to 50.00, VAT of the sale is 40.00',
		},
		{
			what: 'gross is not net and VAT',
			entry: withAmounts({ gross: 25000, net: 20000, vat: 4000 }, { lines: null }),
			finding: 'Gross 250.00 is not net 200.00 plus VAT 40.00',
		},
		{
			what: 'the same of a refund, given back in words',
			entry: withAmounts(
				{ gross: -25000, net: -20000, vat: -4000 },
				{ entryType: 'refund', lines: null },
			),
			finding: 'Gross 250.00 is not net 200.00 plus VAT 40.00',
		},
		{
			what: 'a refund that adds up only by other signs than it was sent with',
			entry: withAmounts(
				{ gross: 1000, net: 3000, vat: 2000 },
				{ entryType: 'refund', lines: null },
			),
			finding: 'Gross 10.00 is not net 30.00 plus VAT 20.00',
		},
		{
			what: 'signs differ on the wire',
			entry: withAmounts(
				{ gross: -25000, net: -20000, vat: 5000 },
				{ entryType: 'refund', lines: null },
			),
			finding: 'Gross −250.00, net −200.00 and VAT 50.00 were sent with different signs',
		},
		{
			what: 'a line is not price times quantity',
			entry: withLine({ lineTotalGross: 24000, lineTotalNet: 19000 }),
			finding:
				'Order lines add up to 240.00, the sale is 250.00; Line 1 (Product A): 2 × 125.00 − 0.00 is not 240.00',
		},
		{
			what: 'a line of a refund is not',
			entry: refund(-1, { discountTotal: 1000 }),
			finding: 'Line 1 (Product A): 3 × 100.00 − 10.00 is not 280.00',
		},
		{
			what: 'a fraction is off by more than rounding',
			entry: withLine({ quantity: 0.375, unitPriceGross: 66670 }),
			finding: 'Line 1 (Product A): 0.375 × 666.70 − 0.00 is not 250.00',
		},
		{
			what: 'a line is not net and VAT',
			entry: withLine({ lineTotalNet: 19000 }),
			finding: 'Line 1 (Product A): gross 250.00 is not net 190.00 plus VAT 50.00',
		},
		{
			what: 'a line without a name has signs that differ',
			entry: withLine({ name: null, lineTotalNet: 30000, vatAmount: -5000 }),
			finding:
				'VAT of the order lines adds up to −50.00, VAT of the sale is 50.00; Line 1: gross 250.00, net 300.00 and VAT −50.00 were sent with different signs',
		},
		{
			what: 'the currency is none',
			entry: { ...documentedEntry, currency: 'XQZ' },
			finding: 'Currency "XQZ" is unknown: amounts are shown with two decimals',
		},
		{
			what: 'there is no currency',
			entry: { ...documentedEntry, currency: undefined },
			finding: 'The currency is missing: amounts are shown with two decimals',
		},
		{
			what: 'krone have no decimals',
			entry: { ...withAmounts({ gross: 5000 }), currency: 'ISK' },
			finding: 'Order lines add up to 25000, the sale is 5000',
		},
	])('says which rule is broken: $what', ({ entry, finding }) => {
		expect(findingOf(entry)).toBe(finding);
	});

	it('says on row and lines that a refund repeats all lines of the sale', () => {
		const lines = [at25, at15];
		const sale = withAmounts({ gross: 25000, net: 20348, vat: 4652 }, { lines });
		expect(findingOf(sale)).toBeNull();
		for (const sign of [1, -1]) {
			const amounts = { gross: sign * 5000, net: null, vat: null };
			const entry = { ...sale, entryType: 'refund', amounts };
			const finding = 'Order lines add up to 250.00, the refund is 50.00';
			expect(toRow(entry, origin)).toMatchObject({ gross: -50, net: null, vat: null, finding });
			expect(toLines(entry, origin)).toMatchObject([
				{ lineTotalGross: -200, vatAmount: -40, finding },
				{ lineTotalGross: -50, vatAmount: -6.52, finding },
			]);
		}
	});

	it.each([
		{ currency: 'NOK', paymentType: 'CASH', off: 99, isFound: false },
		{ currency: 'NOK', paymentType: 'cash', off: -50, isFound: false },
		{ currency: 'NOK', paymentType: 'CASH', off: 100, isFound: true },
		{ currency: 'DKK', paymentType: 'CASH', off: 50, isFound: false },
		{ currency: 'SEK', paymentType: 'CASH', off: 50, isFound: false },
		{ currency: 'EUR', paymentType: 'CASH', off: 4, isFound: false },
		{ currency: 'EUR', paymentType: 'CASH', off: 5, isFound: true },
		{ currency: 'USD', paymentType: 'CASH', off: 1, isFound: true },
		{ currency: 'NOK', paymentType: 'CARD', off: 1, isFound: true },
	])(
		'tells $paymentType $currency that is $off off: $isFound',
		({ currency, paymentType, off, isFound }) => {
			const amounts = { gross: 25000 + off, net: 20000, vat: 5000 };
			const entry = withAmounts(amounts, { currency, paymentType });
			expect(findingOf(entry) !== null).toBe(isFound);
		},
	);

	it('names two lines and counts the others, however many and however long', () => {
		const name = 'x'.repeat(1_000_000);
		const lines = Array.from({ length: 1000 }, () => ({ ...line, name, unitPriceGross: 1 }));
		const finding = String(findingOf(withAmounts({ gross: 25_000_000 }, { lines })));
		expect(finding).toMatch(/^Line 1 \(x+…\): .*; Line 2 \(x+…\): .*; 998 more lines do not fit$/);
		expect(finding.length).toBeLessThan(400);
		const three = withAmounts({ gross: 75000 }, { lines: lines.slice(0, 3) });
		expect(findingOf(three)).toMatch(/; 1 more line does not fit$/);
		const currency = `X${name}`;
		expect(String(findingOf({ ...documentedEntry, currency })).length).toBeLessThan(200);
	});

	it('is null only where the lines come to the gross amount of the row', () => {
		const amount = fc.oneof(fc.constantFrom(0, 1, -1, 100), fc.integer({ min: -1e9, max: 1e9 }));
		const entry = fc.record({
			entryType: fc.constantFrom('capture', 'refund'),
			currency: fc.constantFrom('NOK', 'ISK', 'KWD'),
			amounts: fc.record({ gross: amount }),
			lines: fc.array(fc.record({ lineTotalGross: amount }), { minLength: 1, maxLength: 3 }),
		});
		fc.assert(
			fc.property(entry, fc.boolean(), (drawn, isRight) => {
				const ofLines = drawn.lines.reduce((total, each) => total + each.lineTotalGross, 0);
				const sale = isRight ? { ...drawn, amounts: { gross: ofLines } } : drawn;
				const { gross, finding } = toRow(sale, origin);
				const places = { NOK: 2, ISK: 0, KWD: 3 }[sale.currency] ?? 2;
				const minor = (value: unknown) => BigInt(Number(value).toFixed(places).replace('.', ''));
				const total = toLines(sale, origin).reduce(
					(all, { lineTotalGross }) => all + minor(lineTotalGross),
					0n,
				);
				expect(total === minor(gross)).toBe(finding === null);
			}),
		);
	});
});
