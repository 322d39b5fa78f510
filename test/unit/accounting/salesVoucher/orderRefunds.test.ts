import { line } from './day';
import { allOfIt, at15, at25, captured, earlier, found, posted, refunded, sold } from './order';

const without = { amounts: { gross: 4000, net: null, vat: null } };
const halfOfIt = [
	['3000', 4000],
	['2700', 1000],
	['3030', 2174],
	['2701', 326],
];

const discounted = captured([
	{ ...line(12000, 2500, 2400), category: 'A' },
	line(-2000, 2500, -400),
	at15,
]);

describe('a refund without VAT', () => {
	it.each([
		{ name: 'of all mirrors the captures', gross: 15000, order: [sold], lines: allOfIt, codes: [] },
		{
			name: 'of all mirrors several captures',
			...{ gross: 15000, order: [captured([at25]), captured([at15])], lines: allOfIt, codes: [] },
		},
		{
			name: 'of all has VAT as odd as that of the capture',
			...{ gross: 10000, order: [captured([line(10000, 2500, 1990)])], codes: [] },
			lines: [
				['3000', 8010],
				['2700', 1990],
			],
		},
		{
			name: 'of all mirrors a capture without lines whose VAT one rate explains',
			order: [captured([], { amounts: { gross: 10000, net: 8000, vat: 2000 } })],
			...{ gross: 10000, codes: [], lines: allOfIt.slice(0, 2) },
		},
		{
			name: 'of a part is divided in proportion',
			...{ gross: 7500, order: [sold], lines: halfOfIt, codes: ['vatEstimated'] },
		},
		{
			name: 'of a part gives the unit that is left to the largest remainder',
			...{ gross: 1000, order: [sold], codes: ['vatEstimated'] },
			lines: [
				['3000', 534],
				['2700', 133],
				['3030', 290],
				['2701', 43],
			],
		},
		{
			name: 'of a part gives the unit of a tie to the higher rate',
			...{ gross: 101, order: [captured([at15, line(5000, 2500, 1000)])], codes: ['vatEstimated'] },
			lines: [
				['3000', 41],
				['2700', 10],
				['3030', 43],
				['2701', 7],
			],
		},
		{
			name: 'of all that a refund with lines left takes the rest',
			...{ gross: 5000, order: [sold, refunded(10000, [at25], earlier)], codes: [] },
			lines: allOfIt.slice(2),
		},
		{
			name: 'of a part counts only what a refund with lines left',
			order: [sold, refunded(7500, [line(7500, 2500, 1500)], earlier)],
			...{ gross: 1500, codes: ['vatEstimated'] },
			lines: [
				['3000', 400],
				['2700', 100],
				['3030', 870],
				['2701', 130],
			],
		},
		{
			name: 'of all that an estimated refund left takes its gross and VAT',
			...{ gross: 14000, order: [sold, refunded(1000, [], earlier)], codes: ['vatEstimated'] },
			lines: [
				['3000', 7466],
				['2700', 1867],
				['3030', 4058],
				['2701', 609],
			],
		},
		{
			name: 'of more than was captured has no VAT for the excess',
			...{ gross: 15001, order: [sold], codes: ['missingVat'] },
			lines: [...allOfIt, ['1999', 1]],
		},
		{
			name: 'of an order that is all given back has no VAT',
			...{ gross: 4000, order: [sold, refunded(15000, [], earlier)], codes: ['missingVat'] },
			lines: [['1999', 4000]],
		},
		{
			name: 'of an order that is not found has no VAT',
			...{ gross: 4000, order: [], lines: [['1999', 4000]], codes: ['missingVat'] },
		},
		{
			name: 'of an order that has refunds only has no VAT',
			...{ gross: 4000, order: [refunded(4000, [at25], earlier)], codes: ['missingVat'] },
			lines: [['1999', 4000]],
		},
		{
			name: 'of a capture without VAT has none',
			order: [captured([], without)],
			...{ gross: 4000, lines: [['1999', 4000]], codes: ['missingVat'] },
		},
		{
			name: 'of a part of a capture without VAT has none, and nothing is estimated',
			order: [captured([], without)],
			...{ gross: 1000, lines: [['1999', 1000]], codes: ['missingVat'] },
		},
		{
			name: 'of all mirrors a discount on a line of another category',
			order: [discounted],
			...{ gross: 15000, lines: allOfIt, codes: [] },
		},
		{
			name: 'of a part counts a discount on a line of another category',
			order: [discounted],
			...{ gross: 7500, lines: halfOfIt, codes: ['vatEstimated'] },
		},
		{
			name: 'of all mirrors a gift card at another rate',
			order: [captured([line(12000, 2500, 2400), line(-1000, 1500, -130)])],
			...{ gross: 11000, codes: [] },
			lines: [
				['3000', 9600],
				['2700', 2400],
				['3030', -870],
				['2701', -130],
			],
		},
		{
			name: 'is not divided by captures in another currency',
			order: [captured([at25], { currency: 'DKK' })],
			...{ gross: 4000, lines: [['1999', 4000]], codes: ['missingVat'] },
		},
		{
			name: 'is not divided if an entry of its order can not be read',
			order: [sold, captured([at25], { amounts: { gross: 10000.5 } })],
			...{ gross: 4000, lines: [['1999', 4000]], codes: ['missingVat'] },
		},
	])('$name', ({ gross, order, lines, codes }) => {
		// With either sign, listed in its order or not.
		for (const entry of [refunded(gross), refunded(-gross)]) {
			for (const all of [order, [entry, ...order]]) {
				expect(posted([entry], all)).toEqual(lines);
				expect(found([entry], all)).toEqual(codes);
			}
		}
	});
});
