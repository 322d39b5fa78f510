import fc from 'fast-check';

import { toLines } from '../../../../accounting/items/lines';
import { toRow } from '../../../../accounting/items/rows';
import { documentedEntry, refund } from '../sales';
import { at15, at25, findingOf, line, origin, withAmounts, withLine } from './changedSales';

describe('the finding of a sale', () => {
	it.each([
		{ name: 'that is documented', entry: documentedEntry },
		{ name: 'without lines', entry: { ...documentedEntry, lines: null } },
		{ name: 'without VAT', entry: withAmounts({ gross: 25000 }) },
		{
			name: 'with VAT on some of its lines',
			entry: {
				...withAmounts({ gross: 25000, net: 20348, vat: 4652 }),
				lines: [at25, { ...at15, lineTotalNet: null, vatAmount: null }],
			},
		},
		{ name: 'that is a refund with positive amounts', entry: refund(1, {}) },
		{ name: 'that is a refund with negative amounts and positive lines', entry: refund(-1, {}) },
		{
			name: 'with the total of some of its lines',
			entry: {
				...documentedEntry,
				lines: [line, { ...at15, lineTotalGross: null, vatAmount: null }],
			},
		},
		{ name: 'of 0.375 kg', entry: withLine({ quantity: 0.375, unitPriceGross: 66667 }) },
		{ name: 'of half a piece', entry: withLine({ quantity: 0.5, unitPriceGross: 50001 }) },
		// In floating point 25000.500000000004.
		{ name: 'of 0.14 kg', entry: withLine({ quantity: 0.14, unitPriceGross: 178575 }) },
		{ name: 'with almost no fields', entry: { entryType: 'capture', currency: 'NOK' } },
		{ name: 'in the currency of Iceland', entry: { ...documentedEntry, currency: 'ISK' } },
	])('is null if the sale is one $name', ({ entry }) => {
		expect(findingOf(entry)).toBeNull();
	});

	it('is on row and lines if a refund repeats all lines of the sale', () => {
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
		'allows for cash rounding: $paymentType, $currency, off by $off, found $isFound',
		({ currency, paymentType, off, isFound }) => {
			const amounts = { gross: 25000 + off, net: 20000, vat: 5000 };
			const entry = withAmounts(amounts, { currency, paymentType });
			expect(findingOf(entry) !== null).toBe(isFound);
		},
	);

	it('is null only if the lines add up to the gross amount of the row', () => {
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
