import { differenceOf, isSame } from '../../rigs/difference';

const none = { lost: 0, duplicates: 0, unexpected: 0, isReordered: false };

describe('the difference between what was sold and what was delivered', () => {
	it('is none between equal items, in any order of their fields', () => {
		const sold = [{ a: 1, b: { c: 2, d: [3] }, e: undefined }];
		const difference = differenceOf(sold, [{ b: { d: [3], c: 2 }, a: 1 }]);
		expect(difference).toMatchObject(none);
		expect(isSame(difference)).toBe(true);
	});

	it('distinguishes null from a missing field and from zero', () => {
		expect(isSame(differenceOf([{ vat: null }], [{}]))).toBe(false);
		expect(isSame(differenceOf([{ vat: 0 }], [{ vat: null }]))).toBe(false);
	});

	it('counts equal items as often as they were sold', () => {
		const sold = [{ id: 1 }, { id: 2 }, { id: 2 }];
		expect(differenceOf(sold, [{ id: 1 }, { id: 2 }, { id: 2 }])).toMatchObject(none);
		const delivered = [{ id: 1 }, { id: 1 }, { id: 1 }, { id: 2 }, { id: 3 }];
		expect(differenceOf(sold, delivered)).toMatchObject({ lost: 1, duplicates: 2, unexpected: 1 });
	});

	it('names the first item that is lost and the first that should not be there', () => {
		expect(differenceOf([1, 2, 2], [2])).toMatchObject({ lost: 2, firstLost: '1' });
		expect(differenceOf([1, 2], [1, 1, 2, 3])).toMatchObject({ firstExtra: '1' });
		expect(differenceOf([1], [1, 3])).toMatchObject({ unexpected: 1, firstExtra: '3' });
	});

	it('tells another order', () => {
		const difference = differenceOf([1, 2], [2, 1]);
		expect(difference).toMatchObject({ ...none, isReordered: true });
		expect(isSame(difference)).toBe(false);
	});
});
