import type { SalesEntry, SalesLine } from '../../../vipps/api/salesEntry';

/** The sample entry of the Sales API guide. */
export const documentedEntry: SalesEntry = {
	entryType: 'capture',
	time: '2026-01-19T12:45:00Z',
	pspReference: '35054310398',
	reference: '12494299492',
	currency: 'NOK',
	paymentType: 'CARD',
	classification: { solution: 'MPOS', salesCategory: null },
	amounts: { gross: 25000, net: 20000, vat: 5000 },
	lines: [
		{
			lineId: '121772',
			name: 'Product A',
			quantity: 2,
			unitPriceGross: 12500,
			unitPriceNet: 10000,
			discountTotal: 0,
			lineTotalGross: 25000,
			lineTotalNet: 20000,
			vatRate: 2500,
			vatAmount: 5000,
			category: 'GOODS',
		},
	],
	customer: null,
	completeness: { hasLineItems: true, hasVatBreakdown: true, hasCustomerIdentity: false },
};

/** A refund of one line: 3 pieces at 100.00, 20.00 discount, 25 % VAT; amounts with the sign that is asked for. */
export function refund(sign: 1 | -1, line: Partial<SalesLine>): SalesEntry {
	return {
		...documentedEntry,
		entryType: 'refund',
		amounts: { gross: sign * 28000, net: sign * 22400, vat: sign * 5600 },
		lines: [
			{
				...documentedEntry.lines?.[0],
				quantity: 3,
				unitPriceGross: 10000,
				unitPriceNet: 8000,
				discountTotal: 2000,
				lineTotalGross: 28000,
				lineTotalNet: 22400,
				vatAmount: 5600,
				...line,
			},
		],
	};
}
