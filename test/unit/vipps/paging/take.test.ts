import fc from 'fast-check';

import { hasNextOfDate, hasNextOfFeed } from '../../../../vipps/paging/page';
import { complete } from '../../../../vipps/paging/take';
import { scripted, server } from './servers';

describe('taking items from pages', () => {
	it('gives each item once, in order, and continues where it stopped', async () => {
		const sizes = fc.integer({ min: 1, max: 40 });
		await fc.assert(
			fc.asyncProperty(
				fc.nat(200),
				sizes,
				sizes,
				sizes,
				async (total, pageSize, serverMax, limit) => {
					const { pages } = server(total, serverMax);
					const numbers: number[] = [];
					let after: string | undefined;
					for (let hasMore = true; hasMore; ) {
						const taken = await pages({ after }).take({ limit, pageSize });
						expect(taken.items.length).toBeLessThanOrEqual(limit);
						numbers.push(...taken.items);
						after = taken.cursor;
						hasMore = taken.hasMore;
					}
					expect(numbers).toEqual(Array.from({ length: total }, (_, index) => index));
				},
			),
		);
	});

	it('makes the fewest calls and asks for no more than is missing', async () => {
		const { pages, asked } = server(5000);
		await pages().take({ limit: 2300 });
		expect(asked).toEqual([1000, 1000, 300]);
	});

	it('uses the page size that was chosen', async () => {
		const { pages, asked } = server(5000);
		await pages().take({ limit: 250, pageSize: 100 });
		expect(asked).toEqual([100, 100, 50]);
	});

	it('asks for no page size if the server chooses it', async () => {
		const { pages, fetchPage } = scripted(hasNextOfFeed, { items: [1] });
		await pages().take({ limit: 5 });
		expect(fetchPage).toHaveBeenCalledWith(undefined, undefined);
	});

	it('gives whole pages, even if the server sends more than was asked for', async () => {
		const { pages, fetchPage } = scripted(hasNextOfFeed, {
			items: [1, 2, 3, 4],
			cursor: 'c',
			hasMore: true,
		});
		expect(await pages().take({ limit: 2 })).toEqual({
			items: [1, 2, 3, 4],
			count: 4,
			cursor: 'c',
			hasMore: true,
			pages: 1,
		});
		expect(fetchPage).toHaveBeenCalledTimes(1);
	});

	it('maps each page at once and counts what Vipps sent', async () => {
		const { pages, asked } = server(25);
		const mappedAfter: number[] = [];
		const twice = (items: number[]) => {
			mappedAfter.push(asked.length);
			return items.flatMap((item) => [item, item]);
		};
		const { items, count } = await pages().take({ limit: 20, pageSize: 8 }, twice);
		expect(items).toHaveLength(40);
		expect(count).toBe(20);
		expect(asked).toEqual([8, 8, 4]);
		// While a page is mapped, the next one is under way, if there is one.
		expect(mappedAfter).toEqual([2, 3, 3]);
	});

	it('keeps the items before an error, and the cursor to continue from', async () => {
		const { pages } = scripted(
			hasNextOfDate,
			{ items: [1], cursor: 'a', hasMore: true },
			{ items: [2], cursor: 'b', hasMore: true },
		);
		const failing = (items: number[]) => {
			if (items.includes(2)) throw new Error('No 2');
			return items;
		};
		const taken = await pages().take({ limit: Infinity }, failing);
		expect(taken).toMatchObject({ items: [1], count: 1, cursor: 'a', hasMore: true, pages: 1 });
		expect(() => complete(taken)).toThrow('No 2');
	});
});
