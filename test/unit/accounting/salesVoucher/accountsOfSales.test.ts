import { codesOf, line, linesOf, refund, row, sale, totalsOf } from './day';

const at25 = line(10000, 2500, 2000);
const cash = { paymentType: 'CASH', pspReference: null };

describe('where money goes whose account is not clear', () => {
	it.each([
		{
			name: 'no VAT rate',
			given: {},
			lines: [
				['1579', null, 10000],
				['1999', null, -10000],
			],
			codes: ['missingVat'],
		},
		{
			name: 'a rate that the user chose',
			given: { missingVat: 'rate' as const, missingVatRate: 2500 },
			lines: [
				['1579', null, 10000],
				['3000', '3', -10000],
			],
			codes: [],
		},
		{
			name: 'no VAT registration',
			given: { vatPosting: 'none' as const },
			lines: [
				['1579', null, 10000],
				['3000', null, -10000],
			],
			codes: [],
		},
	])('is by choice: $name', ({ given, lines, codes }) => {
		expect(linesOf([[sale(10000, [])]], given)).toEqual(lines);
		expect(codesOf([[sale(10000, [])]], given)).toEqual(codes);
	});

	it('is marked as estimated, if the user chose the rate', () => {
		const given = {
			missingVat: 'rate' as const,
			missingVatRate: 2500,
			vatPosting: 'lines' as const,
		};
		const [totals] = totalsOf([[sale(10000, [])]], given);
		expect(
			totals?.lines.map(({ account, amount, isEstimated }) => [account, amount, isEstimated]),
		).toEqual([
			['1579', 10000, false],
			['3000', -8000, true],
			['2700', -2000, true],
		]);
	});

	it.each([
		{ name: 'cash account', type: 'CASH', given: {}, account: '1900' },
		{
			name: 'interim account without a cash account',
			type: 'CASH',
			given: { cashAccount: null },
			account: '1999',
		},
		{ name: 'clearing account for cards', type: 'CARD', given: {}, account: '1579' },
		{ name: 'account of cards', type: 'CARD', given: { cardAccount: '1580' }, account: '1580' },
		{ name: 'clearing account without a way to pay', type: null, given: {}, account: '1579' },
	])('is the $name', ({ type, given, account }) => {
		const entry = sale(10000, [at25], { paymentType: type, pspReference: null });
		expect(linesOf([[entry]], given)).toContainEqual([account, null, 10000]);
	});

	it('is the interim account on both sides, if neither money nor VAT is clear', () => {
		const entry = sale(10000, [], { paymentType: 'CASH' });
		expect(linesOf([[entry]], { cashAccount: null })).toEqual([
			['1999', null, 10000],
			['1999', null, -10000],
		]);
	});

	it('is the rounding account for less than a krone of cash, in both directions', () => {
		for (const gross of [10000, 9950, 10050]) {
			const rounded = sale(gross, [at25], { ...cash, amounts: { gross, net: null, vat: 2000 } });
			const rest = gross - 10000;
			const rounding = rest === 0 ? [] : [['1999', null, -rest]];
			expect(linesOf([[rounded]])).toEqual([
				['1900', null, gross],
				['3000', '3', -10000],
				...rounding,
			]);
			expect(codesOf([[rounded]])).toEqual(rest === 0 ? [] : ['cashRounding']);
			expect(codesOf([[rounded]], { roundingAccount: '7740' })).toEqual([]);
			expect(linesOf([[rounded]], { roundingAccount: '7740' }).map(([account]) => account)).toEqual(
				rest === 0 ? ['1900', '3000'] : ['1900', '3000', '7740'],
			);
		}
	});

	it('is found by the first row that matches rate, category and solution', () => {
		const rows = [
			row(2500, '3001', { category: 'goods' }),
			row(2500, '3002', { solution: 'MPOS' }),
			row(2500, '3003'),
			row(2500, '3004'),
		];
		const accountOf = (category: string | null, solution: string) => {
			const entry = sale(10000, [{ ...at25, category }], { classification: { solution } });
			return linesOf([[entry]], { rows })[1]?.[0];
		};
		expect(accountOf('GOODS', 'MPOS')).toBe('3001');
		expect(accountOf('SERVICES', 'mpos')).toBe('3002');
		expect(accountOf(null, 'SHOPPING_BASKET')).toBe('3003');
		const bySale = sale(10000, [at25], { classification: { salesCategory: ' Goods ' } });
		expect(linesOf([[bySale]], { rows })[1]?.[0]).toBe('3001');
	});

	it('has every rate of Finland, and of a refund the earlier one too', () => {
		const given = { country: 'FI' as const, rows: [row(1400, '3010'), row(2550, '3000')] };
		const old = [line(11400, 1400, 1400)];
		expect(codesOf([[refund(11400, old)]], given)).toEqual([]);
		expect(codesOf([[sale(11400, old)]], given)).toEqual(['unknownRate']);
		expect(codesOf([[refund(11400, old)]], { ...given, rows: [] })).toEqual(['noAccount']);
		const anyRate = { country: 'other' as const, rows: [row(777, '3000')] };
		expect(codesOf([[sale(10777, [line(10777, 777, 777)])]], anyRate)).toEqual([]);
	});
});
