import { compare, isSame } from '../../measure/soak/checks/compare';

describe('The comparison with the truth', () => {
	it('finds no difference between equal items, in any order of their fields', () => {
		const difference = compare([{ a: 1, b: { c: 2, d: [3] } }], [{ b: { d: [3], c: 2 }, a: 1 }]);
		expect(isSame(difference)).toBe(true);
	});

	it('distinguishes null from a missing field and from zero', () => {
		expect(isSame(compare([{ vat: null }], [{}]))).toBe(false);
		expect(isSame(compare([{ vat: 0 }], [{ vat: null }]))).toBe(false);
	});

	it('counts missing items', () => {
		expect(compare([1, 2, 2], [2])).toMatchObject({ missing: 2, surplus: 0, firstMissing: '1' });
	});

	it('counts repeated and unexpected items', () => {
		const difference = compare([1, 2], [1, 1, 2, 3]);
		expect(difference).toMatchObject({ missing: 0, surplus: 2, firstSurplus: '1' });
	});

	it('notices another order', () => {
		const difference = compare([1, 2], [2, 1]);
		expect(difference).toMatchObject({ missing: 0, surplus: 0, disordered: true });
		expect(isSame(difference)).toBe(false);
	});
});
