import { codesOf, line, refund, sale, totalsOf } from './day';

const at25 = line(10000, 2500, 2000);
const cash = { paymentType: 'CASH', pspReference: null };
const noVat = { completeness: { hasVatBreakdown: false } };

describe('what a person has to look at', () => {
	it.each([
		{ name: 'nothing in a usual sale', entry: sale(10000, [at25]), codes: [] },
		{ name: 'nothing in a cash sale', entry: sale(10000, [at25], cash), codes: [] },
		{ name: 'a sale without lines and VAT', entry: sale(10000, []), codes: ['missingVat'] },
		{
			name: 'a line without rate',
			entry: sale(10000, [line(10000, null, null)]),
			codes: ['missingVat'],
		},
		{
			name: 'VAT that is said not to be given',
			entry: sale(10000, [at25], noVat),
			codes: ['missingVat'],
		},
		{
			name: 'nothing, if one rate explains the VAT',
			entry: sale(10000, [], { amounts: { gross: 10000, net: 8000, vat: 2000 } }),
			codes: [],
		},
		{
			name: 'VAT of no rate',
			entry: sale(10000, [], { amounts: { gross: 10000, net: 8100, vat: 1900 } }),
			codes: ['vatUnclear'],
		},
		{
			name: 'VAT of two rates',
			entry: sale(4, [], { amounts: { gross: 4, net: 3, vat: 1 } }),
			codes: ['vatUnclear'],
		},
		{
			name: 'a rate without an account',
			entry: sale(10000, [line(10000, 0, 0)]),
			codes: ['noAccount'],
		},
		{
			name: 'an unknown rate',
			entry: sale(10000, [line(10000, 1700, 1453)]),
			codes: ['unknownRate'],
		},
		{
			name: 'lines that are less than the amount',
			entry: sale(12000, [at25], { amounts: { gross: 12000, net: null, vat: 2000 } }),
			codes: ['linesDiffer'],
		},
		{
			name: 'lines that are more than the amount',
			entry: sale(5000, [at25], { amounts: { gross: 5000, net: null, vat: null } }),
			codes: ['linesDiffer', 'missingVat'],
		},
		{
			name: 'lines of the whole order, with VAT of one rate',
			entry: sale(5000, [at25], { amounts: { gross: 5000, net: 4000, vat: 1000 } }),
			codes: ['linesDiffer'],
		},
		{
			name: 'VAT that is not of its rate',
			entry: sale(10000, [line(10000, 2500, 1990)]),
			codes: ['vatDiffers'],
		},
		{
			name: 'VAT that is not that of the lines',
			entry: sale(10000, [at25], { amounts: { gross: 10000, net: 8100, vat: 1900 } }),
			codes: ['vatDiffers'],
		},
		{
			name: 'gross that is not net and VAT',
			entry: sale(10000, [at25], { amounts: { gross: 10000, net: 7000, vat: 2000 } }),
			codes: ['netDiffers'],
		},
		{
			name: 'a price that does not fit',
			entry: sale(10000, [{ ...at25, quantity: 2 }]),
			codes: ['priceDiffers'],
		},
		{
			name: 'nothing in weighed goods that are rounded twice',
			entry: sale(10000, [{ ...at25, quantity: 0.333, unitPriceGross: 30033 }]),
			codes: [],
		},
		{
			name: 'different signs',
			entry: refund(10000, [], { amounts: { gross: 10000, net: -8000, vat: -2000 } }),
			codes: ['mixedSigns'],
		},
		{
			name: 'another currency',
			entry: sale(10000, [at25], { currency: 'SEK' }),
			codes: ['otherCurrency'],
		},
		{
			name: 'no currency',
			entry: sale(10000, [at25], { currency: undefined }),
			codes: ['noCurrency'],
		},
		{
			name: 'an unknown way to pay',
			entry: sale(10000, [at25], { paymentType: 'CHEQUE' }),
			codes: ['unknownPayment'],
		},
		{ name: 'no amount', entry: sale(10000, [], { amounts: null }), codes: ['noGross'] },
		{ name: 'a value that can not be read', entry: sale(10000.5, []), codes: ['unreadable'] },
	])('is $name', ({ entry, codes }) => {
		expect(codesOf([[entry]])).toEqual(codes);
	});

	it('is an entry of an unknown type, beside the sales of its day', () => {
		const other = sale(700, [], { entryType: 'adjustment' });
		const [totals] = totalsOf([[sale(10000, [at25]), other]]);
		expect(totals).toMatchObject({ sales: 1, refunds: 0 });
		expect(totals?.findings).toEqual([
			{
				...{ code: 'unknownType', count: 1, amount: 700 },
				reason: '1 entry of 7.00 is of an unknown type, and the voucher is without it: adjustment',
			},
		]);
		expect(totals?.lines.map(({ amount }) => amount)).toEqual([10000, -10000]);
	});

	it('is told in words, with count and amount', () => {
		const reasons = (...entries: Array<ReturnType<typeof sale>>) =>
			totalsOf([entries]).flatMap(({ findings }) => findings.map(({ reason }) => reason));
		expect(reasons(sale(15800, []))).toEqual(['1 sale of 158.00 has no VAT rate']);
		expect(reasons(sale(15800, []), sale(200, []))).toEqual([
			'2 sales, 160.00 in total, have no VAT rate',
		]);
		expect(reasons(sale(15800, []), refund(5800, []))).toEqual([
			'1 sale and 1 refund, 100.00 in total, have no VAT rate',
		]);
		expect(
			reasons(...[1100, 1000, 900, 800].map((rate) => sale(100, [line(100, rate, null)]))),
		).toEqual([
			'4 sales, 4.00 in total, have a VAT rate that the country does not have: 10 %, 11 %, 8 % and others',
		]);
	});

	it('is no reason twice of the same sale', () => {
		const two = sale(20000, [line(10000, null, null), line(10000, null, null)]);
		expect(totalsOf([[two]])[0]?.findings).toMatchObject([
			{ code: 'missingVat', count: 1, amount: 20000 },
		]);
	});
});
