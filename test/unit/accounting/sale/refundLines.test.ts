import fc from 'fast-check';

import { toLines } from '../../../../accounting/items/lines';
import { toRow } from '../../../../accounting/items/rows';
import type { Amounts, SalesEntry, SalesLine } from '../../../../vipps/api/salesEntry';

const origin = { ledgerId: '302321', ledgerDate: null };
const refundOf = (amounts: Amounts, lines: SalesLine[] = []): SalesEntry => ({
	...{ entryType: 'refund', currency: 'NOK', amounts, lines },
});

const shirt: SalesLine = {
	...{ name: 'Shirt', quantity: 1, unitPriceGross: 10000, unitPriceNet: 8000, discountTotal: 0 },
	...{ lineTotalGross: 10000, lineTotalNet: 8000, vatRate: 2500, vatAmount: 2000 },
};
const voucher: SalesLine = {
	...{ name: 'Voucher', quantity: 1, unitPriceGross: -10000, unitPriceNet: -10000 },
	...{ discountTotal: 0, lineTotalGross: -10000, lineTotalNet: -10000, vatRate: 0, vatAmount: 0 },
};

/** The other sign convention: totals, discount and quantity with opposite signs, prices as they are. */
const mirrored = (line: SalesLine): SalesLine => ({
	...line,
	quantity: -(line.quantity ?? 0),
	discountTotal: -(line.discountTotal ?? 0),
	lineTotalGross: -(line.lineTotalGross ?? 0),
	lineTotalNet: -(line.lineTotalNet ?? 0),
	vatAmount: -(line.vatAmount ?? 0),
});

describe('the lines of a refund', () => {
	it.each([
		{ name: 'as in the sale', lines: [shirt, voucher] },
		{ name: 'all with opposite signs', lines: [shirt, voucher].map(mirrored) },
		{
			name: 'quantities positive',
			lines: [shirt, voucher].map((line) => ({ ...mirrored(line), quantity: 1 })),
		},
		{
			name: 'VAT of another sign than its line',
			lines: [{ ...mirrored(shirt), vatAmount: 2000 }, mirrored(voucher)],
		},
	])('take their signs from VAT if their sum is zero: $name', ({ lines }) => {
		const entry = refundOf({ gross: 0, net: -2000, vat: 2000 }, lines);
		expect(toLines(entry, origin)).toMatchObject([
			{
				quantity: -1,
				unitPriceGross: 100,
				lineTotalGross: -100,
				lineTotalNet: -80,
				vatAmount: -20,
			},
			{ quantity: 1, unitPriceGross: 100, lineTotalGross: 100, lineTotalNet: 100, vatAmount: 0 },
		]);
		expect(toRow(entry, origin)).toMatchObject({ gross: 0, net: 20, vat: -20 });
	});

	const bare = { lineTotalNet: null, vatAmount: null };
	it.each([
		{
			name: 'the quantity',
			lines: [
				{ ...bare, quantity: 2, unitPriceGross: 5000, discountTotal: 0, lineTotalGross: 10000 },
				{ ...bare, quantity: 1, unitPriceGross: -10000, discountTotal: 0, lineTotalGross: -10000 },
			],
		},
		{
			name: 'the discount',
			lines: [
				{ ...bare, quantity: null, discountTotal: 5000, lineTotalGross: 10000 },
				{ ...bare, quantity: null, discountTotal: 0, lineTotalGross: -10000 },
			],
		},
		{
			name: 'the discount, as the sum of quantities is zero',
			lines: [
				{ ...bare, quantity: 0.1, discountTotal: -5000, lineTotalGross: -10000 },
				{ ...bare, quantity: 0.2, discountTotal: 0, lineTotalGross: 9000 },
				{ ...bare, quantity: -0.3, discountTotal: 0, lineTotalGross: 1000 },
			],
		},
		{
			name: 'the net',
			lines: [
				{ lineTotalGross: 10000, lineTotalNet: 9000, vatAmount: null },
				{ lineTotalGross: -10000, lineTotalNet: -8000, vatAmount: null },
			],
		},
	])('take their signs from $name if their sum is zero without VAT', ({ lines }) => {
		for (const sent of [lines, lines.map((line) => negated(line))]) {
			const given = toLines(refundOf({ gross: 0 }, sent), origin);
			expect(given[0]?.lineTotalGross).toBe(-100);
			expect(given[1]?.lineTotalGross).toBeGreaterThan(0);
		}
	});

	/** All numbers except prices with opposite signs. */
	const negated = (line: SalesLine): SalesLine =>
		Object.fromEntries(
			Object.entries(line).map(([name, value]) =>
				typeof value === 'number' && !name.startsWith('unit') ? [name, -value] : [name, value],
			),
		);

	it('tell a surcharge from a discount', () => {
		const surcharge = { ...shirt, discountTotal: -500, lineTotalGross: 10500, lineTotalNet: 8400 };
		const sent = { ...surcharge, vatAmount: 2100 };
		for (const line of [sent, mirrored(sent)]) {
			expect(toLines(refundOf({ gross: 10500 }, [line]), origin)).toMatchObject([
				{ quantity: -1, unitPriceGross: 100, discountTotal: 5, lineTotalGross: -105 },
			]);
		}
	});

	it('reverse net and VAT of a line without gross along with other lines', () => {
		const moved = {
			...shirt,
			quantity: null,
			lineTotalGross: 0,
			lineTotalNet: 2000,
			vatAmount: -2000,
		};
		for (const lines of [[shirt, moved], [shirt, moved].map(negated)]) {
			expect(toLines(refundOf({ gross: 10000, net: 10000, vat: 0 }, lines), origin)).toMatchObject([
				{ lineTotalGross: -100, lineTotalNet: -80, vatAmount: -20 },
				{ lineTotalGross: 0, lineTotalNet: -20, vatAmount: 20 },
			]);
		}
	});

	it('have a negative sum of quantities if there are no amounts', () => {
		const lines = [2, -1].map((quantity) => ({ quantity, unitPriceGross: 100 }));
		for (const sent of [lines, lines.map(negated)]) {
			expect(toLines(refundOf({}, sent), origin)).toMatchObject([
				{ quantity: -2 },
				{ quantity: 1 },
			]);
		}
	});

	it('take their signs from VAT if there is no gross amount', () => {
		const lines = [shirt, { ...voucher, vatAmount: null }].map((line) => ({
			...line,
			lineTotalGross: null,
		}));
		expect(toLines(refundOf({}, lines), origin)).toMatchObject([
			{ lineTotalNet: -80, vatAmount: -20 },
			{ lineTotalNet: 100, vatAmount: null },
		]);
	});

	it('are the same with either sign convention, and add up as the sale does', () => {
		const line = fc
			.record({
				quantity: fc.integer({ min: 1, max: 9 }),
				price: fc.integer({ min: 1, max: 1e6 }),
				isTakenOff: fc.boolean(),
				discounted: fc.integer({ min: 0, max: 100 }),
				vatShare: fc.integer({ min: 0, max: 30 }),
			})
			.map(({ quantity, price, isTakenOff, discounted, vatShare }): SalesLine => {
				const sign = isTakenOff ? -1 : 1;
				const discount = sign * Math.floor((price * quantity * discounted) / 100);
				const gross = sign * price * quantity - discount;
				const vat = Math.trunc((gross * vatShare) / 100);
				return {
					...{ quantity, unitPriceGross: sign * price, discountTotal: discount },
					...{ lineTotalGross: gross, lineTotalNet: gross - vat, vatAmount: vat },
				};
			});
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (sold) => {
				const total = sold.reduce((all, { lineTotalGross }) => all + Number(lineTotalGross), 0);
				fc.pre(total > 0);
				const given = toLines(refundOf({ gross: total }, sold), origin);
				expect(toLines(refundOf({ gross: -total }, sold.map(mirrored)), origin)).toEqual(given);
				const minor = (value: unknown) => Math.round(Number(value) * 100);
				expect(given.reduce((all, each) => all + minor(each.lineTotalGross), 0)).toBe(-total);
				for (const [at, each] of given.entries()) {
					expect(minor(each.lineTotalGross)).toBe(0 - Number(sold[at]?.lineTotalGross));
					expect(minor(each.vatAmount)).toBe(0 - Number(sold[at]?.vatAmount));
					const price = minor(each.unitPriceGross);
					expect(price).toBeGreaterThan(0);
					const product = price * Number(each.quantity) - minor(each.discountTotal);
					expect(product).toBe(minor(each.lineTotalGross));
				}
			}),
		);
	});
});
