import fc from 'fast-check';

import { formatAmount, readAmount, sum, toMajorUnits, withSign } from '../../../accounting/money';
import { ShapeError } from '../../../accounting/shapeError';

const decimals = fc.constantFrom(0, 2, 3, 4);
const pathOf = () => 'amounts.gross';

/** Whole minor units out of a decimal, without arithmetic on it. */
const minorUnits = (major: number | null, places: number) =>
	BigInt(Number(major).toFixed(places).replace('.', ''));

describe('an amount', () => {
	it('is exact to the last minor unit in any currency, or is refused', () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), decimals, (minor, places) => {
				let read: number | null;
				try {
					read = readAmount(minor, places, pathOf);
				} catch {
					// Only an amount that a decimal number cannot show exactly.
					expect(Math.abs(minor)).toBeGreaterThan(10 ** 15);
					return;
				}
				expect(minorUnits(toMajorUnits(read, places), places)).toBe(BigInt(minor));
			}),
			{ numRuns: 2000 },
		);
	});

	it.each([null, undefined])('is null, not zero, if it is %p', (nothing) => {
		expect(readAmount(nothing, 2, pathOf)).toBeNull();
		expect(toMajorUnits(null, 2)).toBeNull();
	});

	it.each([
		{ value: '25000', shown: '"25000"' },
		{ value: 12.5, shown: '12.5' },
		{ value: Number.NaN, shown: 'NaN' },
		{ value: {}, shown: '{}' },
		{ value: true, shown: 'true' },
		{ value: 2 ** 53, shown: '9007199254740992' },
	])('is refused with its field and value if it is $shown', ({ value, shown }) => {
		const read = () => readAmount(value, 2, pathOf);
		expect(read).toThrow(`amounts.gross is ${shown}, not a whole number of minor units`);
		expect(read).toThrow(ShapeError);
	});

	it('is refused only if its decimals cannot be shown exactly', () => {
		expect(() => readAmount(9_007_199_254_740_990, 2, pathOf)).toThrow('too much to be shown');
		expect(readAmount(Number.MAX_SAFE_INTEGER, 0, pathOf)).toBe(Number.MAX_SAFE_INTEGER);
	});

	it('is never a negative zero', () => {
		expect(readAmount(-0, 2, pathOf)).toBe(0);
		expect(withSign(0, -1)).toBe(0);
		expect(withSign(12, -1)).toBe(-12);
		expect(withSign(-12, 1)).toBe(12);
		expect(withSign(null, -1)).toBeNull();
	});

	it.each([
		{ amount: 12300, places: 2, text: '123.00' },
		{ amount: -5, places: 2, text: '−0.05' },
		{ amount: 0, places: 2, text: '0.00' },
		{ amount: 1500, places: 0, text: '1500' },
		{ amount: -1, places: 4, text: '−0.0001' },
	])('is shown with all its decimals: $text', ({ amount, places, text }) => {
		expect(formatAmount(amount, places)).toBe(text);
	});

	it('is summed exactly, even if an intermediate sum is not a safe integer', () => {
		fc.assert(
			fc.property(fc.array(fc.maxSafeInteger()), (amounts) => {
				const exact = amounts.reduce((total, each) => total + BigInt(each), 0n);
				expect(sum(amounts)).toBe(Number(exact));
			}),
		);
		expect(sum([Number.MAX_SAFE_INTEGER, 2, 1, -Number.MAX_SAFE_INTEGER])).toBe(3);
	});
});
