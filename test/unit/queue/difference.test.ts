import { differenceOf } from '../../measure/queue/difference';

describe('What was booked in queue mode', () => {
	const sales = [{ id: 1 }, { id: 2 }, { id: 2 }];

	it('is as it should be when each sale was booked once, also of two that look the same', () => {
		expect(differenceOf(sales, [{ id: 2 }, { id: 1 }, { id: 2 }])).toEqual({
			lost: 0,
			repeated: 0,
			unknown: 0,
		});
		const asSold = { a: 1, b: 2, c: undefined };
		expect(differenceOf([asSold], [{ b: 2, a: 1 }])).toMatchObject({ lost: 0, unknown: 0 });
	});

	it('lacks a sale, has one twice, or one that was never sold', () => {
		expect(differenceOf(sales, [{ id: 1 }, { id: 1 }, { id: 1 }, { id: 2 }, { id: 3 }])).toEqual({
			lost: 1,
			repeated: 2,
			unknown: 1,
		});
	});
});
