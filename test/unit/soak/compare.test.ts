import { compare, isSame } from '../../measure/soak/checks/compare';

describe('The comparison with the truth', () => {
	it('finds no difference in the same items, whatever the order of their fields', () => {
		const difference = compare([{ a: 1, b: { c: 2, d: [3] } }], [{ b: { d: [3], c: 2 }, a: 1 }]);
		expect(isSame(difference)).toBe(true);
	});

	it('tells null from nothing and from zero', () => {
		expect(isSame(compare([{ vat: null }], [{}]))).toBe(false);
		expect(isSame(compare([{ vat: 0 }], [{ vat: null }]))).toBe(false);
	});

	it('counts what is missing', () => {
		expect(compare([1, 2, 2], [2])).toMatchObject({ missing: 2, surplus: 0, firstMissing: '1' });
	});

	it('counts what came twice, and what should not be there', () => {
		const difference = compare([1, 2], [1, 1, 2, 3]);
		expect(difference).toMatchObject({ missing: 0, surplus: 2, firstSurplus: '1' });
	});

	it('sees another order', () => {
		const difference = compare([1, 2], [2, 1]);
		expect(difference).toMatchObject({ missing: 0, surplus: 0, disordered: true });
		expect(isSame(difference)).toBe(false);
	});
});
