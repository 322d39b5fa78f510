import fc from 'fast-check';

import { toRow } from '../../../../accounting/items/rows';
import type { Amounts } from '../../../../vipps/api/salesEntry';

const origin = { ledgerId: '302321', ledgerDate: null };
const moneyOf = (amounts: Amounts) => {
	const { gross, net, vat } = toRow({ entryType: 'refund', currency: 'NOK', amounts }, origin);
	return { gross, net, vat };
};

describe('the row of a refund', () => {
	it.each([
		{
			name: 'all positive',
			sent: { gross: 25000, net: 20000, vat: 5000 },
			row: { gross: -250, net: -200, vat: -50 },
		},
		{
			name: 'VAT of another sign',
			sent: { gross: -25000, net: -20000, vat: 5000 },
			row: { gross: -250, net: -200, vat: -50 },
		},
		{
			name: 'gross zero, VAT positive',
			sent: { gross: 0, net: -2000, vat: 2000 },
			row: { gross: 0, net: 20, vat: -20 },
		},
		{
			name: 'gross zero, VAT negative',
			sent: { gross: 0, net: 2000, vat: -2000 },
			row: { gross: 0, net: 20, vat: -20 },
		},
		{
			name: 'more VAT than gross',
			sent: { gross: 1000, net: -1000, vat: 2000 },
			row: { gross: -10, net: 10, vat: -20 },
		},
		{
			name: 'amounts that add up with no signs',
			sent: { gross: 25000, net: 20000, vat: 4000 },
			row: { gross: -250, net: -200, vat: -40 },
		},
		{
			name: 'no net',
			sent: { gross: 25000, net: null, vat: -5000 },
			row: { gross: -250, net: null, vat: -50 },
		},
		{
			name: 'no gross',
			sent: { gross: null, net: -20000, vat: 5000 },
			row: { gross: null, net: -200, vat: -50 },
		},
	])('has the amounts of the sale with opposite signs: $name', ({ sent, row }) => {
		expect(moneyOf(sent)).toEqual(row);
	});

	const amount = fc.integer({ min: 0, max: 1e11 });
	const sign = fc.constantFrom(1, -1);

	it('does not depend on the signs that its amounts were sent with', () => {
		fc.assert(
			fc.property(amount, amount, sign, sign, sign, (net, vat, ofGross, ofNet, ofVat) => {
				const scrambled = { gross: ofGross * (net + vat), net: ofNet * net, vat: ofVat * vat };
				expect(moneyOf(scrambled)).toEqual(moneyOf({ gross: net + vat, net, vat }));
				expect(moneyOf(scrambled).gross).toBe(0 - (net + vat) / 100);
			}),
		);
	});

	it('is the sale with opposite signs, even if net and VAT differ in sign', () => {
		const any = fc.integer({ min: -1e11, max: 1e11 });
		fc.assert(
			fc.property(any, amount, sign, (net, vat, wireSign) => {
				// The gross amount of a sale is not negative.
				fc.pre(net + vat >= 0 && vat > 0);
				const sent = { gross: wireSign * (net + vat), net: wireSign * net, vat: wireSign * vat };
				const row = { gross: 0 - (net + vat) / 100, net: 0 - net / 100, vat: 0 - vat / 100 };
				expect(moneyOf(sent)).toEqual(row);
			}),
		);
	});
});
