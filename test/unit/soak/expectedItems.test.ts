import { BROKEN_SUM_PREFIX, type SalesEntry } from '../../../sandbox/index';
import { expectedItems } from '../../measure/soak/checks/expectedItems';

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

describe('The expected items', () => {
	it('are entries as they were sent', () => {
		expect(expectedItems('entries', [refund], '1')).toEqual([{ ledgerId: '1', ...refund }]);
	});

	it('are rows in kroner, with refunds below zero, and zero never −0', () => {
		const [row] = expectedItems('rows', [refund], '1', '2026-05-16');
		expect(row).toMatchObject({
			...{ date: '2026-05-16', ledgerDate: '2026-05-16', finding: null },
			...{ gross: -70, net: null, lineCount: 1 },
		});
		expect(row?.vat).toBe(0);
	});

	it('are lines with negative quantities for a refund', () => {
		expect(expectedItems('lines', [refund], '1')).toMatchObject([
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

	it('have the date in the merchant’s time zone, and a finding for a wrong sum', () => {
		const broken = {
			...{ ...refund, entryType: 'capture', paymentType: 'CARD', time: '2026-05-16T22:30:00Z' },
			...{ reference: `${BROKEN_SUM_PREFIX}1`, amounts: { gross: 7001, net: 5600, vat: 1400 } },
		};
		expect(expectedItems('rows', [broken], '1')).toMatchObject([
			{
				date: '2026-05-17',
				finding:
					'Order lines add up to 70.00, the sale is 70.01; Gross 70.01 is not net 56.00 plus VAT 14.00',
			},
		]);
	});

	it('are one line of nulls for a sale without lines', () => {
		const [item] = expectedItems('lines', [{ ...refund, lines: null }], '1');
		expect(item).toMatchObject({ reference: 'order', name: null, quantity: null });
	});
});
