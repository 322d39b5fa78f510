import type { SalesEntry } from '../../../sandbox/index';
import { shapeOf } from '../../soak/shapes';

const line = {
	lineId: '1',
	name: 'Coffee',
	quantity: 2,
	unitPriceGross: 4000,
	discountTotal: 1000,
	lineTotalGross: 7000,
	vatRate: 2500,
};
const refund: SalesEntry = {
	entryType: 'refund',
	time: '2026-05-16T10:00:00Z',
	pspReference: null,
	reference: 'order',
	currency: 'NOK',
	paymentType: 'CASH',
	classification: { solution: 'MPOS', salesCategory: null },
	amounts: { gross: 7000, net: null, vat: 0 },
	lines: [line],
	customer: null,
	completeness: { hasLineItems: true, hasVatBreakdown: false, hasCustomerIdentity: false },
};

describe('What an Output should be', () => {
	it('is the entry as it was sent', () => {
		expect(shapeOf('entries', [refund], '1')).toEqual([{ ledgerId: '1', ...refund }]);
	});

	it('is a row in kroner, a refund below zero, and zero never −0', () => {
		const [row] = shapeOf('rows', [refund], '1', '2026-05-16');
		expect(row).toMatchObject({ ledgerDate: '2026-05-16', gross: -70, net: null, lineCount: 1 });
		expect(row?.vat).toBe(0);
	});

	it('is a line of a credit note', () => {
		expect(shapeOf('lines', [refund], '1')).toMatchObject([
			{
				ledgerDate: null,
				quantity: -2,
				unitPriceGross: 40,
				discountTotal: -10,
				lineTotalGross: -70,
				vatRate: 25,
				vatAmount: null,
			},
		]);
	});

	it('is one line of nulls where there is none', () => {
		const [item] = shapeOf('lines', [{ ...refund, lines: null }], '1');
		expect(item).toMatchObject({ reference: 'order', name: null, quantity: null });
	});
});
