import fc from 'fast-check';

import { toMajorUnits } from '../../../accounting/money';

describe('toMajorUnits', () => {
	it('gives kroner for øre, to the øre', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e13, max: 1e13 }), (minor) => {
				const text = (toMajorUnits(minor, 'gross') as number).toFixed(2);
				expect(BigInt(text.replace('.', ''))).toBe(BigInt(minor));
			}),
		);
	});

	it.each([null, undefined])('keeps %p apart from zero', (nothing) => {
		expect(toMajorUnits(nothing, 'gross')).toBeNull();
	});

	it('turns the sign when asked to, and never gives a negative zero', () => {
		expect(toMajorUnits(12345, 'gross', -1)).toBe(-123.45);
		expect(toMajorUnits(0, 'gross', -1)).toBe(0);
	});

	it.each(['25000', 12.5, Number.NaN, {}, 2 ** 53])('refuses %p and names the field', (amount) => {
		expect(() => toMajorUnits(amount, 'amounts.gross')).toThrow('amounts.gross is');
	});
});
