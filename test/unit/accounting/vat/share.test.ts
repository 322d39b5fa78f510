import fc from 'fast-check';

import { share } from '../../../../accounting/vat/share';

const amount = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.maxSafeInteger());
const weight = fc.oneof(
	fc.constant(0),
	fc.integer({ min: 1, max: 5 }),
	fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
);
const weights = fc
	.array(weight, { minLength: 1, maxLength: 8 })
	.filter((all) => all.some((each) => each > 0));

const total = (values: readonly number[]) => values.reduce((all, each) => all + BigInt(each), 0n);
const abs = (value: bigint) => (value < 0n ? -value : value);

/** How far a share is below the exact one, in units of the sum of weights. */
const lacksOf = (of: number, all: readonly number[], shares: readonly number[]) =>
	shares.map((each, at) => abs(BigInt(of)) * BigInt(all[at] ?? 0) - abs(BigInt(each)) * total(all));

describe('an amount that is divided', () => {
	it.each([
		{ name: 'evenly', amount: 100, weights: [1, 1], shares: [50, 50] },
		{ name: 'by weight', amount: 100, weights: [3, 1], shares: [75, 25] },
		{ name: 'with a unit for the earlier', amount: 101, weights: [1, 1], shares: [51, 50] },
		{ name: 'with two units left', amount: 5, weights: [1, 1, 1], shares: [2, 2, 1] },
		{ name: 'with a unit for the remainder', amount: 10, weights: [2, 1], shares: [7, 3] },
		{ name: 'late, by remainder', amount: 10, weights: [1, 5, 3], shares: [1, 6, 3] },
		{ name: 'not to a weight of zero', amount: 7, weights: [0, 1, 0], shares: [0, 7, 0] },
		{ name: 'to only one', amount: -7, weights: [9], shares: [-7] },
		{ name: 'with its sign', amount: -101, weights: [1, 1], shares: [-51, -50] },
		{ name: 'as nothing', amount: 0, weights: [3, 4], shares: [0, 0] },
		{
			name: 'beyond the digits of a fraction',
			...{ amount: 9_007_199_254_740_991, weights: [9_007_199_254_740_991, 1] },
			shares: [9_007_199_254_740_990, 1],
		},
	])('is given out $name', ({ amount: whole, weights: all, shares }) => {
		expect(share(whole, all)).toEqual(shares);
	});

	it('is given out whole, with its sign, and without negative zero', () => {
		fc.assert(
			fc.property(amount, weights, (whole, all) => {
				const shares = share(whole, all);
				expect(shares).toHaveLength(all.length);
				expect(total(shares)).toBe(BigInt(whole));
				for (const each of shares) {
					expect(Object.is(each, -0)).toBe(false);
					expect(each * Math.sign(whole)).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('differs from the exact proportion by less than a unit', () => {
		fc.assert(
			fc.property(amount, weights, (whole, all) => {
				for (const lack of lacksOf(whole, all, share(whole, all))) {
					expect(abs(lack) < total(all)).toBe(true);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('gives the units left to the largest remainders, of equal ones to the earlier', () => {
		fc.assert(
			fc.property(amount, weights, (whole, all) => {
				const lacks = lacksOf(whole, all, share(whole, all));
				const raised = lacks.map((lack) => lack < 0n);
				const remainders = lacks.map((lack) => (lack < 0n ? lack + total(all) : lack));
				for (const [one, remainder] of remainders.entries()) {
					for (const [other, another] of remainders.entries()) {
						if (!raised[one] || raised[other]) continue;
						const isBefore = remainder > another || (remainder === another && one < other);
						expect(isBefore).toBe(true);
					}
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('gives none more than its weight, if it is no more than all weights', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(1e6), { minLength: 1 }), fc.nat(), (all, seed) => {
				const most = Number(total(all));
				fc.pre(most > 0);
				const shares = share(seed % (most + 1), all);
				for (const [at, each] of shares.entries()) expect(each).toBeLessThanOrEqual(all[at] ?? 0);
			}),
			{ numRuns: 1000 },
		);
	});
});
