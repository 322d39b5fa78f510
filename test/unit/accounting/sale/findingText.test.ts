import { documentedEntry, refund } from '../sales';
import { findingOf, line, withAmounts, withLine } from './changedSales';

describe('the text of a finding', () => {
	it.each([
		{
			name: 'gross is not the lines',
			entry: withAmounts({ gross: 5000 }),
			finding: 'Order lines add up to 250.00, the sale is 50.00',
		},
		{
			name: 'VAT is not that of the lines',
			entry: withAmounts({ gross: 25000, net: 21000, vat: 4000 }),
			finding: 'VAT of the order lines adds up to 50.00, VAT of the sale is 40.00',
		},
		{
			name: 'gross is not net and VAT',
			entry: withAmounts({ gross: 25000, net: 20000, vat: 4000 }, { lines: null }),
			finding: 'Gross 250.00 is not net 200.00 plus VAT 40.00',
		},
		{
			name: 'gross of a refund is not net and VAT',
			entry: withAmounts(
				{ gross: -25000, net: -20000, vat: -4000 },
				{ entryType: 'refund', lines: null },
			),
			finding: 'Gross 250.00 is not net 200.00 plus VAT 40.00',
		},
		{
			name: 'a refund that adds up only by other signs than it was sent with',
			entry: withAmounts(
				{ gross: 1000, net: 3000, vat: 2000 },
				{ entryType: 'refund', lines: null },
			),
			finding: 'Gross 10.00 is not net 30.00 plus VAT 20.00',
		},
		{
			name: 'signs differ on the wire',
			entry: withAmounts(
				{ gross: -25000, net: -20000, vat: 5000 },
				{ entryType: 'refund', lines: null },
			),
			finding: 'Gross −250.00, net −200.00 and VAT 50.00 were sent with different signs',
		},
		{
			name: 'a line is not price times quantity',
			entry: withLine({ lineTotalGross: 24000, lineTotalNet: 19000 }),
			finding:
				'Order lines add up to 240.00, the sale is 250.00; Line 1 (Product A): 2 × 125.00 − 0.00 is not 240.00',
		},
		{
			name: 'a line of a refund is not',
			entry: refund(-1, { discountTotal: 1000 }),
			finding: 'Line 1 (Product A): 3 × 100.00 − 10.00 is not 280.00',
		},
		{
			name: 'a fraction is off by more than rounding',
			entry: withLine({ quantity: 0.375, unitPriceGross: 66670 }),
			finding: 'Line 1 (Product A): 0.375 × 666.70 − 0.00 is not 250.00',
		},
		{
			name: 'a line is not net and VAT',
			entry: withLine({ lineTotalNet: 19000 }),
			finding: 'Line 1 (Product A): gross 250.00 is not net 190.00 plus VAT 50.00',
		},
		{
			name: 'a line without a name has signs that differ',
			entry: withLine({ name: null, lineTotalNet: 30000, vatAmount: -5000 }),
			finding:
				'VAT of the order lines adds up to −50.00, VAT of the sale is 50.00; Line 1: gross 250.00, net 300.00 and VAT −50.00 were sent with different signs',
		},
		{
			name: 'the currency is unknown',
			entry: { ...documentedEntry, currency: 'XQZ' },
			finding: 'Currency "XQZ" is unknown: amounts are shown with two decimals',
		},
		{
			name: 'there is no currency',
			entry: { ...documentedEntry, currency: undefined },
			finding: 'The currency is missing: amounts are shown with two decimals',
		},
		{
			name: 'krone have no decimals',
			entry: { ...withAmounts({ gross: 5000 }), currency: 'ISK' },
			finding: 'Order lines add up to 25000, the sale is 5000',
		},
	])('names the broken rule: $name', ({ entry, finding }) => {
		expect(findingOf(entry)).toBe(finding);
	});

	it('names two lines, counts the others and is short', () => {
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
});
