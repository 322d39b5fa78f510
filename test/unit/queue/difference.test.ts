import { differenceOf } from '../../measure/queue/difference';

describe('The comparison of booked and sold sales', () => {
	const sales = [{ id: 1 }, { id: 2 }, { id: 2 }];

	it('finds no difference if each sale is booked once, even two equal ones', () => {
		expect(differenceOf(sales, [{ id: 2 }, { id: 1 }, { id: 2 }])).toEqual({
			lost: 0,
			repeated: 0,
			unknown: 0,
		});
		const asSold = { a: 1, b: 2, c: undefined };
		expect(differenceOf([asSold], [{ b: 2, a: 1 }])).toMatchObject({ lost: 0, unknown: 0 });
	});

	it('counts lost, repeated and unknown sales', () => {
		expect(differenceOf(sales, [{ id: 1 }, { id: 1 }, { id: 1 }, { id: 2 }, { id: 3 }])).toEqual({
			lost: 1,
			repeated: 2,
			unknown: 1,
		});
	});
});
