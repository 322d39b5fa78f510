import { currencyOf, cashRoundingOf } from '../../../accounting/currency';

describe('a currency', () => {
	it.each([
		{ code: 'NOK', decimals: 2 },
		{ code: 'DKK', decimals: 2 },
		{ code: 'EUR', decimals: 2 },
		{ code: 'eur', decimals: 2 },
		{ code: 'ISK', decimals: 0 },
		{ code: 'JPY', decimals: 0 },
		{ code: 'jpy', decimals: 0 },
		{ code: 'KWD', decimals: 3 },
		{ code: 'CLF', decimals: 4 },
		{ code: 'UYW', decimals: 4 },
	])('$code has $decimals decimals, as ISO 4217 says', ({ code, decimals }) => {
		expect(currencyOf(code)).toEqual({ decimals, isKnown: true });
	});

	it.each(['XQZ', 'constructor', '', 'kr', null, undefined, 578])(
		'is unknown and has two decimals if its code is %p',
		(code) => {
			expect(currencyOf(code)).toEqual({ decimals: 2, isKnown: false });
		},
	);

	it('allows cash to be rounded by less than a krone or five cents', () => {
		expect(['NOK', 'DKK', 'SEK', 'EUR', 'USD', null].map(cashRoundingOf)).toEqual([
			100, 100, 100, 5, 0, 0,
		]);
	});
});
