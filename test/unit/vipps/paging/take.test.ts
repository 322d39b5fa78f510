import fc from 'fast-check';

import {
	hasNextOfDate,
	hasNextOfFeed,
	hasNextOfList,
	type HasNextPage,
	type WirePage,
} from '../../../../vipps/paging/page';
import { pagesOf, type Endpoint, type Start } from '../../../../vipps/paging/pages';
import { complete } from '../../../../vipps/paging/take';
import { run } from '../anyRun';

/** A server that holds the numbers below `total`, and the page sizes it was asked for. */
function server(total: number, serverMax = 1000) {
	const asked: Array<number | undefined> = [];
	const endpoint: Endpoint<number> = {
		subject: 'the numbers',
		maxPageSize: 1000,
		hasNextPage: hasNextOfFeed,
		fetchPage: async (cursor, pageSize = 1000) => {
			asked.push(pageSize);
			const from = Number(cursor ?? 0);
			const to = Math.min(total, from + Math.min(pageSize, serverMax));
			const items = Array.from({ length: to - from }, (_, index) => from + index);
			return { items, cursor: String(to), hasMore: to < total };
		},
	};
	return { pages: (start?: Start) => pagesOf(run, endpoint, start), asked };
}

/** A server that answers these pages, one after the other. */
function scripted(hasNextPage: HasNextPage, ...pages: Array<Partial<WirePage<number>>>) {
	const rest = [...pages];
	const fetchPage = jest.fn(async () => ({ items: [], ...rest.shift() }));
	const endpoint: Endpoint<number> = { subject: 'the numbers', hasNextPage, fetchPage };
	return { pages: (start?: Start) => pagesOf(run, endpoint, start), fetchPage };
}

const all = { limit: Infinity };

describe('taking pages', () => {
	it('gives the list in order, each item once, and continues where it stopped', async () => {
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

	it('makes the fewest calls and asks for no more than is still wanted', async () => {
		const { pages, asked } = server(5000);
		await pages().take({ limit: 2300 });
		expect(asked).toEqual([1000, 1000, 300]);
	});

	it('keeps to a page size that was chosen', async () => {
		const { pages, asked } = server(5000);
		await pages().take({ limit: 250, pageSize: 100 });
		expect(asked).toEqual([100, 100, 50]);
	});

	it('asks for no size if the server chooses it', async () => {
		const { pages, fetchPage } = scripted(hasNextOfFeed, { items: [1] });
		await pages().take({ limit: 5 });
		expect(fetchPage).toHaveBeenCalledWith(undefined, undefined);
	});

	it('gives whole pages, even of a server that sends more than it was asked for', async () => {
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

	it('maps each page as it comes, and counts what Vipps sent', async () => {
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
		expect(mappedAfter).toEqual([1, 2, 3]);
	});

	it('keeps what came before an error, and where to continue', async () => {
		const { pages } = scripted(
			hasNextOfDate,
			{ items: [1], cursor: 'a', hasMore: true },
			{ items: [2], cursor: 'b', hasMore: true },
		);
		const failing = (items: number[]) => {
			if (items.includes(2)) throw new Error('No 2');
			return items;
		};
		const taken = await pages().take(all, failing);
		expect(taken).toMatchObject({ items: [1], count: 1, cursor: 'a', hasMore: true, pages: 1 });
		expect(() => complete(taken)).toThrow('No 2');
	});
});

describe('the pages of a feed', () => {
	it.each([
		{ end: 'no items', last: { items: [], cursor: 'b' }, kept: 'b' },
		{ end: 'hasMore: false', last: { items: [2], cursor: 'b', hasMore: false }, kept: 'b' },
		{ end: 'the same cursor again', last: { items: [2], cursor: 'a' }, kept: 'a' },
		{ end: 'no cursor', last: { items: [2], hasMore: true }, kept: 'a' },
	])('end on $end, and the last cursor is kept', async ({ last, kept }) => {
		const { pages, fetchPage } = scripted(hasNextOfFeed, { items: [1], cursor: 'a' }, last);
		const { items, cursor, hasMore } = await pages().take(all);
		expect(items).toEqual([1, ...last.items]);
		expect({ cursor, hasMore }).toEqual({ cursor: kept, hasMore: false });
		expect(fetchPage).toHaveBeenCalledTimes(2);
	});

	it('keep the cursor that they started after if there is nothing new', async () => {
		const { pages } = scripted(hasNextOfFeed, { items: [] });
		const taken = await pages({ after: 'here' }).take(all);
		expect(taken).toMatchObject({ items: [], count: 0, cursor: 'here', hasMore: false });
	});

	it('continue after empty pages while hasMore is true and the cursor moves', async () => {
		const { pages } = scripted(
			hasNextOfFeed,
			{ items: [], cursor: 'a', hasMore: true },
			{ items: [1], cursor: 'b', hasMore: true },
			{ items: [], cursor: 'b', hasMore: true },
		);
		const taken = await pages().take(all);
		expect(taken).toMatchObject({ items: [1], cursor: 'b', hasMore: false });
	});
});

describe('the pages of a date', () => {
	it('continue after empty pages while hasMore is true', async () => {
		const { pages } = scripted(
			hasNextOfDate,
			{ items: [], cursor: 'a', hasMore: true },
			{ items: [1], cursor: 'b', hasMore: true },
			{ items: [2], hasMore: false },
		);
		expect((await pages().take(all)).items).toEqual([1, 2]);
	});

	it('follow a new cursor if hasMore is not sent', async () => {
		const { pages } = scripted(
			hasNextOfDate,
			{ items: [1], cursor: 'a' },
			{ items: [2], cursor: 'a' },
		);
		expect((await pages().take(all)).items).toEqual([1, 2]);
	});

	it.each([
		{ rule: 'a feed', hasNextPage: hasNextOfFeed },
		{ rule: 'a date', hasNextPage: hasNextOfDate },
	])('come once if the server repeats the page before: $rule', async ({ hasNextPage }) => {
		const repeated = { items: [1, 2], cursor: 'a' };
		const { pages } = scripted(hasNextPage, repeated, { ...repeated });
		expect((await pages().take(all)).items).toEqual([1, 2]);
	});

	it.each([
		{
			when: 'more is announced without a cursor',
			sent: [{ items: [1], hasMore: true }],
			why: 'not where',
		},
		{
			when: 'the cursors form a circle',
			sent: [
				{ items: [1], cursor: 'a', hasMore: true },
				{ items: [2], cursor: 'b', hasMore: true },
				{ items: [1], cursor: 'a', hasMore: true },
			],
			why: 'cursor a came twice',
		},
		{
			when: 'empty pages do not end',
			sent: Array.from({ length: 30 }, (_, index) => ({
				items: [],
				cursor: `c${index}`,
				hasMore: true,
			})),
			why: '21 empty pages in a row, the last with cursor c20',
		},
	])('are an error, and never fewer sales, when $when', async ({ sent, why }) => {
		const taken = await scripted(hasNextOfDate, ...sent)
			.pages()
			.take(all);
		expect(taken.error).toMatchObject({
			message: 'Could not get the numbers',
			description: expect.stringContaining(why),
		});
	});

	it('end after 100 000 pages', async () => {
		let page = 0;
		const fetchPage = async () => ({ items: [page], cursor: `c${++page}`, hasMore: true });
		const endpoint = { subject: 'the numbers', hasNextPage: hasNextOfDate, fetchPage };
		const { error } = await pagesOf(run, endpoint).take(all);
		expect(error).toMatchObject({
			description: 'There are more than 100000 pages, and still more at cursor c100000.',
		});
	});
});

describe('the pages of the ledger list', () => {
	it('continue while there is a cursor', async () => {
		const { pages } = scripted(hasNextOfList, { items: [1], cursor: 'a' }, { items: [2] });
		expect((await pages().take(all)).items).toEqual([1, 2]);
	});
});
