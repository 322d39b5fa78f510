import fc from 'fast-check';

import { collect } from '../../../../vipps/paging/take';
import {
	untilCaughtUp,
	whileCursor,
	whileHasMore,
	type Walk,
} from '../../../../vipps/paging/pages';
import type { Page } from '../../../../vipps/api/types';
import { run } from '../anyRun';

/** A server that holds the numbers below `total`, and the page sizes it was asked for. */
function server(total: number, goesOn: Walk<number>['goesOn'], serverMax = 1000) {
	const asked: number[] = [];
	const walk: Walk<number> = {
		subject: 'the numbers',
		goesOn,
		fetchPage: async (cursor, pageSize) => {
			asked.push(pageSize);
			const from = Number(cursor ?? 0);
			const to = Math.min(total, from + Math.min(pageSize, serverMax));
			const items = Array.from({ length: to - from }, (_, index) => from + index);
			return { items, cursor: String(to), hasMore: to < total };
		},
	};
	return { walk, asked };
}

/** A server that answers these pages, one after the other. */
function script(goesOn: Walk<number>['goesOn'], ...pages: Array<Partial<Page<number>>>) {
	const rest = [...pages];
	const fetchPage = jest.fn(async () => ({ items: [], ...rest.shift() }));
	return { subject: 'the numbers', goesOn, fetchPage };
}

const all = { limit: Infinity };

describe('collect', () => {
	it('gives the list, in order, once each, whatever the server makes of page sizes; and goes on where it stopped', async () => {
		const sizes = fc.integer({ min: 1, max: 40 });
		await fc.assert(
			fc.asyncProperty(
				fc.nat(200),
				sizes,
				sizes,
				sizes,
				async (total, pageSize, serverMax, limit) => {
					const { walk } = server(total, untilCaughtUp, serverMax);
					const numbers: number[] = [];
					let start: string | undefined;
					for (let hasMore = true; hasMore; ) {
						const part = await collect(run, { ...walk, start }, { limit, pageSize });
						expect(part.items.length).toBeLessThanOrEqual(limit);
						numbers.push(...part.items);
						start = part.cursor;
						hasMore = part.hasMore;
					}
					expect(numbers).toEqual(Array.from({ length: total }, (_, index) => index));
				},
			),
		);
	});

	it('makes the fewest calls, asking for no more than what is left', async () => {
		const { walk, asked } = server(5000, untilCaughtUp);
		await collect(run, walk, { limit: 2300 });
		expect(asked).toEqual([1000, 1000, 300]);
	});

	it('keeps to a page size that was chosen', async () => {
		const { walk, asked } = server(5000, untilCaughtUp);
		await collect(run, walk, { limit: 250, pageSize: 100 });
		expect(asked).toEqual([100, 100, 50]);
	});

	it('gives whole pages, even of a server that sends more than it was asked for', async () => {
		const walk = script(untilCaughtUp, { items: [1, 2, 3, 4], cursor: 'c', hasMore: true });
		expect(await collect(run, walk, { limit: 2 })).toEqual({
			items: [1, 2, 3, 4],
			count: 4,
			cursor: 'c',
			hasMore: true,
		});
		expect(walk.fetchPage).toHaveBeenCalledTimes(1);
	});

	it('shapes each page as it comes, and counts what Vipps sent', async () => {
		const { walk, asked } = server(25, untilCaughtUp);
		const shaped: number[] = [];
		const twice = (items: number[]) => {
			shaped.push(asked.length);
			return items.flatMap((item) => [item, item]);
		};
		const { items, count } = await collect(run, walk, { limit: 20, pageSize: 8 }, twice);
		expect([items.length, count, asked, shaped]).toEqual([40, 20, [8, 8, 4], [1, 2, 3]]);
	});
});

describe('a feed', () => {
	it.each<[string, Partial<Page<number>>, string]>([
		['no items', { items: [], cursor: 'b', hasMore: undefined }, 'b'],
		['hasMore: false', { items: [2], cursor: 'b', hasMore: false }, 'b'],
		['the same cursor again', { items: [2], cursor: 'a', hasMore: undefined }, 'a'],
		['no cursor', { items: [2], cursor: undefined, hasMore: true }, 'a'],
	])('ends on %s and keeps the last cursor that was not empty', async (_, last, kept) => {
		const walk = script(untilCaughtUp, { items: [1], cursor: 'a' }, last);
		const { items, cursor, hasMore } = await collect(run, walk, all);
		expect(items).toEqual([1, ...(last.items ?? [])]);
		expect({ cursor, hasMore }).toEqual({ cursor: kept, hasMore: false });
		expect(walk.fetchPage).toHaveBeenCalledTimes(2);
	});

	it('keeps the cursor it started from when there is nothing new', async () => {
		const walk = { ...script(untilCaughtUp, { items: [] }), start: 'here' };
		expect(await collect(run, walk, all)).toEqual({
			items: [],
			count: 0,
			cursor: 'here',
			hasMore: false,
		});
	});

	it('goes on through empty pages while hasMore is true and the cursor moves', async () => {
		const walk = script(
			untilCaughtUp,
			{ items: [], cursor: 'a', hasMore: true },
			{ items: [1], cursor: 'b', hasMore: true },
			{ items: [], cursor: 'b', hasMore: true },
		);
		expect(await collect(run, walk, all)).toMatchObject({
			items: [1],
			cursor: 'b',
			hasMore: false,
		});
	});
});

describe('a date', () => {
	it('goes on through empty pages while hasMore is true', async () => {
		const walk = script(
			whileHasMore,
			{ items: [], cursor: 'a', hasMore: true },
			{ items: [1], cursor: 'b', hasMore: true },
			{ items: [2], hasMore: false },
		);
		expect((await collect(run, walk, all)).items).toEqual([1, 2]);
	});

	it('follows a new cursor where hasMore is not sent', async () => {
		const walk = script(whileHasMore, { items: [1], cursor: 'a' }, { items: [2], cursor: 'a' });
		expect((await collect(run, walk, all)).items).toEqual([1, 2]);
	});

	it.each([
		{ rule: 'a feed', goesOn: untilCaughtUp },
		{ rule: 'a date, and a look-up', goesOn: whileHasMore },
	])('that is sent again to its own cursor comes once: $rule', async ({ goesOn }) => {
		const walk = script(goesOn, { items: [1, 2], cursor: 'a' }, { items: [1, 2], cursor: 'a' });
		expect((await collect(run, walk, all)).items).toEqual([1, 2]);
	});

	it.each<[string, Array<Partial<Page<number>>>, string]>([
		['there is more, but no cursor to it', [{ items: [1], hasMore: true }], 'not where'],
		[
			'the cursors go round in a circle',
			[
				{ items: [1], cursor: 'a', hasMore: true },
				{ items: [2], cursor: 'b', hasMore: true },
				{ items: [1], cursor: 'a', hasMore: true },
			],
			'cursor a came twice',
		],
		[
			'empty pages do not end',
			Array.from({ length: 30 }, (_, index) => ({ items: [], cursor: `c${index}`, hasMore: true })),
			'21 empty pages in a row, the last with cursor c20',
		],
	])('fails rather than lose sales or run for ever when %s', async (_, pages, why) => {
		await expect(collect(run, script(whileHasMore, ...pages), all)).rejects.toMatchObject({
			message: 'Could not get the numbers',
			description: expect.stringContaining(why),
		});
	});
});

describe('a walk without end', () => {
	it('is ended after 100 000 pages', async () => {
		let page = 0;
		const fetchPage = async () => ({ items: [page], cursor: `c${++page}`, hasMore: true });
		const walk = { subject: 'the numbers', goesOn: whileHasMore, fetchPage };
		await expect(collect(run, walk, all)).rejects.toMatchObject({
			description: 'There are more than 100000 pages, and still more at cursor c100000.',
		});
	});
});

describe('the ledger list', () => {
	it('goes on while there is a cursor', async () => {
		const walk = script(whileCursor, { items: [1], cursor: 'a' }, { items: [2] });
		expect((await collect(run, walk, all)).items).toEqual([1, 2]);
	});
});
