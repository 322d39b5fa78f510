import fc from 'fast-check';

import {
	countries,
	ratesOf,
	ratesThatGive,
	showRate,
	vatOf,
} from '../../../../accounting/vat/rates';

const abs = (value: bigint) => (value < 0n ? -value : value);

const gross = fc.oneof(
	fc.integer({ min: -1000, max: 1000 }),
	fc.integer({ min: -1e11, max: 1e11 }),
	fc.maxSafeInteger(),
);
const rate = fc.oneof(
	fc.constantFrom(0, 1000, 1111, 1200, 1350, 1400, 1500, 2500, 2550),
	fc.integer({ min: 0, max: 100_000 }),
);

describe('the VAT in a gross amount', () => {
	it.each([
		{ gross: 25000, rate: 2500, vat: 5000 },
		{ gross: 12990, rate: 2500, vat: 2598 },
		{ gross: 4990, rate: 1500, vat: 651 },
		{ gross: 4999, rate: 2500, vat: 1000 },
		{ gross: 14997, rate: 2500, vat: 2999 },
		{ gross: 12550, rate: 2550, vat: 2550 },
		{ gross: 11111, rate: 1111, vat: 1111 },
		{ gross: 0, rate: 2500, vat: 0 },
		{ gross: 10000, rate: 0, vat: 0 },
		{ gross: 1, rate: 10_000, vat: 1 },
		{ gross: 3, rate: 10_000, vat: 2 },
		{ gross: 2, rate: 2500, vat: 0 },
		{ gross: 3, rate: 2500, vat: 1 },
		{ gross: 9_007_199_254_740_991, rate: 2500, vat: 1_801_439_850_948_198 },
		{ gross: 9_007_199_254_740_990, rate: 10_000, vat: 4_503_599_627_370_495 },
	])('is $vat in $gross at $rate basis points, and its opposite in a refund', (given) => {
		expect(vatOf(given.gross, given.rate)).toBe(given.vat);
		expect(vatOf(0 - given.gross, given.rate)).toBe(0 - given.vat);
	});

	it('is the nearest whole number to the exact fraction, of two the one further from zero', () => {
		fc.assert(
			fc.property(gross, rate, (amount, bp) => {
				const vat = vatOf(amount, bp);
				const divisor = 10_000n + BigInt(bp);
				const exact = BigInt(amount) * BigInt(bp);
				const error = BigInt(vat) * divisor - exact;
				const isHalf = abs(error) * 2n === divisor;
				expect(abs(error) * 2n <= divisor).toBe(true);
				if (isHalf) expect(abs(BigInt(vat) * divisor) > abs(exact)).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});

	it('has the sign of the amount, is never larger than it, and never negative zero', () => {
		fc.assert(
			fc.property(gross, rate, (amount, bp) => {
				const vat = vatOf(amount, bp);
				expect(Number.isSafeInteger(vat)).toBe(true);
				expect(Object.is(vat, -0)).toBe(false);
				expect(vat * Math.sign(amount)).toBeGreaterThanOrEqual(0);
				expect(Math.abs(vat)).toBeLessThanOrEqual(Math.abs(amount));
				expect(vatOf(0 - amount, bp)).toBe(0 - vat);
			}),
			{ numRuns: 1000 },
		);
	});

	it('grows with the amount and with the rate', () => {
		fc.assert(
			fc.property(fc.nat(1e9), fc.nat(1e5), rate, rate, (amount, more, one, other) => {
				const [low, high] = [Math.min(one, other), Math.max(one, other)];
				expect(vatOf(amount + more, one)).toBeGreaterThanOrEqual(vatOf(amount, one));
				expect(vatOf(amount, high)).toBeGreaterThanOrEqual(vatOf(amount, low));
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		{ name: 'below zero', rate: -1 },
		{ name: 'minus 100 %', rate: -10_000 },
		{ name: 'less than minus 100 %', rate: -12_345 },
		{ name: 'the least whole number', rate: Number.MIN_SAFE_INTEGER },
		{ name: 'the largest whole number', rate: Number.MAX_SAFE_INTEGER },
	])('is a whole number even at a rate that can not be: $name', ({ rate: impossible }) => {
		for (const amount of [1, 10000, -10000, Number.MAX_SAFE_INTEGER]) {
			expect(Number.isSafeInteger(vatOf(amount, impossible))).toBe(true);
		}
	});
});

describe('the rates that give a VAT', () => {
	it.each([
		{ name: 'one rate', gross: 10000, vat: 2000, rates: [2500] },
		{ name: 'no rate', gross: 10000, vat: 1900, rates: [] },
		{ name: 'zero VAT', gross: 10000, vat: 0, rates: [0] },
		{ name: 'VAT of the other sign', gross: 10000, vat: -2000, rates: [] },
		{ name: 'a refund', gross: -10000, vat: -2000, rates: [2500] },
		{ name: 'an amount too small to tell', gross: 4, vat: 1, rates: [2500, 1500] },
		{ name: 'nothing at all', gross: 0, vat: 0, rates: [2500, 1500, 1200, 1111, 0] },
	])('are told for $name', ({ gross: amount, vat, rates }) => {
		expect(ratesThatGive(amount, vat, ratesOf('NO'))).toEqual(rates);
	});

	it('hold the rate that the VAT was worked out with', () => {
		fc.assert(
			fc.property(gross, fc.constantFrom(...countries), fc.nat(), (amount, country, seed) => {
				const rates = ratesOf(country);
				const chosen = rates[seed % rates.length] ?? 0;
				expect(ratesThatGive(amount, vatOf(amount, chosen), rates)).toContain(chosen);
			}),
		);
	});
});

describe('the rates of a country', () => {
	it.each([
		{ country: 'NO' as const, date: '2026-06-01', rates: [2500, 1500, 1200, 1111, 0] },
		{ country: 'DK' as const, date: '2026-06-01', rates: [2500, 0] },
		{ country: 'FI' as const, date: '2026-01-01', rates: [2550, 1350, 1000, 0] },
		{ country: 'FI' as const, date: '2025-12-31', rates: [2550, 1350, 1000, 0, 1400] },
		{ country: 'FI' as const, date: undefined, rates: [2550, 1350, 1000, 0, 1400] },
	])('are $rates in $country on $date', ({ country, date, rates }) => {
		expect(ratesOf(country, date)).toEqual(rates);
	});

	it('are a list of its own each time, so that a change does not reach others', () => {
		ratesOf('NO').push(1);
		expect(ratesOf('NO')).not.toContain(1);
	});

	it.each([
		{ rate: 2550, text: '25.5 %' },
		{ rate: 2500, text: '25 %' },
		{ rate: 1111, text: '11.11 %' },
		{ rate: 0, text: '0 %' },
	])('are written as $text', ({ rate: bp, text }) => {
		expect(showRate(bp)).toBe(text);
	});
});
