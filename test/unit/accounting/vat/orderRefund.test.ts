import fc from 'fast-check';

import type { Part } from '../../../../accounting/vat/breakdown';
import { completeRefunds, type OrderEntry } from '../../../../accounting/vat/orderRefund';
import { vatOf } from '../../../../accounting/vat/rates';

const rates = [2500, 1500, 0, null];

/** Negative parts are discounts and gift cards. */
const part: fc.Arbitrary<Part> = fc
	.record({
		rate: fc.constantFrom(...rates),
		gross: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -99, max: 9999 })),
		category: fc.constantFrom('a', 'b', null),
	})
	.map(({ rate, ...more }) => ({
		...more,
		rate,
		vat: rate === null ? 0 : vatOf(more.gross, rate),
	}));

const totalOf = (parts: readonly Part[]) => parts.reduce((all, { gross }) => all + gross, 0);

/** Of nothing that was sold of a rate, no VAT can be given back. */
const isBalancedOut = (parts: Part[]) =>
	parts.some(
		({ rate, category }) =>
			totalOf(parts.filter((each) => each.rate === rate && each.category === category)) === 0,
	);

const capture = fc
	.array(part, { minLength: 1, maxLength: 4 })
	.map((parts): OrderEntry => ({ isRefund: false, gross: totalOf(parts), parts }));
const refund = fc
	.integer({ min: 1, max: 20_000 })
	.map((gross): OrderEntry => ({ isRefund: true, gross: -gross, parts: null }));
const captures = fc.array(capture, { minLength: 1, maxLength: 3 });

describe('the refunds of any order', () => {
	it('are divided whole, and take no more of a rate than was captured', () => {
		fc.assert(
			fc.property(captures, fc.array(refund, { maxLength: 5 }), (sold, refunds) => {
				const order = [...sold, ...refunds];
				const completed = completeRefunds(order);
				expect([...completed.keys()]).toEqual(refunds.map((_, at) => sold.length + at));
				for (const [place, { parts }] of completed)
					expect(totalOf(parts)).toBe(order[place]?.gross);
				const given = [...completed.values()].flatMap(({ parts }) => parts);
				const taken = sold.flatMap(({ parts }) => parts ?? []);
				for (const rate of rates.filter((each) => each !== null)) {
					const ofRate = (parts: Part[]) => totalOf(parts.filter((each) => each.rate === rate));
					expect(0 - ofRate(given)).toBeLessThanOrEqual(Math.max(0, ofRate(taken)));
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('come to what was captured, by rate and VAT, once all of it is given back', () => {
		const cuts = fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 4 });
		fc.assert(
			fc.property(captures, cuts, (sold, sizes) => {
				const whole = sold.reduce((all, { gross }) => all + gross, 0);
				const rest = whole - sizes.reduce((all, each) => all + each, 0);
				fc.pre(rest > 0 && !isBalancedOut(sold.flatMap(({ parts }) => parts ?? [])));
				const refunds = [...sizes, rest].map((gross) => ({
					...{ isRefund: true, gross: 0 - gross, parts: null },
				}));
				const given = [...completeRefunds([...sold, ...refunds]).values()];
				const all = [...sold.map(({ parts }) => ({ parts: parts ?? [] })), ...given];
				for (const rate of rates) {
					const ofRate = all.flatMap(({ parts }) => parts.filter((each) => each.rate === rate));
					expect(totalOf(ofRate)).toBe(0);
					expect(ofRate.reduce((sum, { vat }) => sum + vat, 0)).toBe(0);
				}
				if (sizes.length === 0) expect(given[0]?.isEstimated).toBe(false);
			}),
			{ numRuns: 1000 },
		);
	});
});
