import { toLines } from '../../../../accounting/items/lines';
import { documentedEntry, refund } from '../sales';

const origin = { ledgerId: '302321', ledgerDate: null };

describe('the order lines of a sale', () => {
	it('are flat items with amounts in kroner and the VAT rate in percent', () => {
		expect(toLines(documentedEntry, origin)).toEqual([
			{
				date: '2026-01-19',
				ledgerId: '302321',
				ledgerDate: null,
				time: '2026-01-19T12:45:00Z',
				entryType: 'capture',
				reference: '12494299492',
				pspReference: '35054310398',
				currency: 'NOK',
				lineId: '121772',
				name: 'Product A',
				quantity: 2,
				unitPriceGross: 125,
				unitPriceNet: 100,
				discountTotal: 0,
				lineTotalGross: 250,
				lineTotalNet: 200,
				vatRate: 25,
				vatAmount: 50,
				category: 'GOODS',
				saleGross: 250,
				finding: null,
			},
		]);
	});

	it.each([null, undefined, []])(
		'are one item with null fields if the entry has the lines %p',
		(lines) => {
			const [item, ...others] = toLines({ ...documentedEntry, lines }, origin);
			expect(others).toEqual([]);
			expect(item).toMatchObject({
				pspReference: '35054310398',
				lineId: null,
				lineTotalGross: null,
			});
			expect(Object.keys(item ?? {})).toEqual(
				Object.keys(toLines(documentedEntry, origin)[0] ?? {}),
			);
		},
	);

	it.each([
		{ name: 'all positive, as in the capture', entry: refund(1, {}) },
		{ name: 'positive lines and negative amounts', entry: refund(-1, {}) },
		{
			name: 'negative by quantity',
			entry: refund(-1, {
				quantity: -3,
				discountTotal: -2000,
				lineTotalGross: -28000,
				lineTotalNet: -22400,
				vatAmount: -5600,
			}),
		},
		{
			name: 'negative by price',
			entry: refund(-1, {
				unitPriceGross: -10000,
				unitPriceNet: -8000,
				discountTotal: -2000,
				lineTotalGross: -28000,
				lineTotalNet: -22400,
				vatAmount: -5600,
			}),
		},
	])('have the signs of a credit note if it is a refund: $name', ({ entry }) => {
		const [line] = toLines(entry, origin);
		expect(line).toMatchObject({
			quantity: -3,
			unitPriceGross: 100,
			unitPriceNet: 80,
			discountTotal: -20,
			lineTotalGross: -280,
			lineTotalNet: -224,
			vatAmount: -56,
			vatRate: 25,
		});
	});

	it('have the signs of a credit note if a refund is fully discounted', () => {
		const free = { discountTotal: 30000, lineTotalGross: 0, lineTotalNet: 0, vatAmount: 0 };
		const [line] = toLines(refund(1, free), origin);
		expect(line).toMatchObject({ quantity: -3, unitPriceGross: 100, discountTotal: -300 });
		expect(line).toMatchObject({ lineTotalGross: 0, vatAmount: 0 });
	});

	it('have the VAT rate in percent in a currency without decimals, too', () => {
		const [line] = toLines({ ...documentedEntry, currency: 'ISK' }, origin);
		expect(line).toMatchObject({ lineTotalGross: 25000, vatAmount: 5000, vatRate: 25 });
	});

	it('keep every sign of a capture, such as that of a returned item', () => {
		const returned = refund(1, { quantity: -1, lineTotalGross: -10000, vatAmount: -2000 });
		const [line] = toLines({ ...returned, entryType: 'capture' }, origin);
		expect(line).toMatchObject({ quantity: -1, lineTotalGross: -100, vatAmount: -20 });
	});
});
