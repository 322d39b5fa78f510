import { hasNextOfDate, hasNextOfFeed, hasNextOfList } from '../../../../vipps/paging/page';
import { pagesOf } from '../../../../vipps/paging/pages';
import { run } from '../anyRun';
import { scripted } from './servers';

const all = { limit: Infinity };

describe('the pages of a feed', () => {
	it.each([
		{ name: 'no items', last: { items: [], cursor: 'b' }, kept: 'b' },
		{ name: 'hasMore: false', last: { items: [2], cursor: 'b', hasMore: false }, kept: 'b' },
		{ name: 'the same cursor again', last: { items: [2], cursor: 'a' }, kept: 'a' },
		{ name: 'no cursor', last: { items: [2], hasMore: true }, kept: 'a' },
	])('end after $name, and the last cursor is kept', async ({ last, kept }) => {
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
		{ name: 'a feed', hasNextPage: hasNextOfFeed },
		{ name: 'a date', hasNextPage: hasNextOfDate },
	])('are read once if the server repeats the previous page: $name', async ({ hasNextPage }) => {
		const repeated = { items: [1, 2], cursor: 'a' };
		const { pages } = scripted(hasNextPage, repeated, { ...repeated });
		expect((await pages().take(all)).items).toEqual([1, 2]);
	});

	it.each([
		{
			name: 'there is more but no cursor',
			sent: [{ items: [1], hasMore: true }],
			why: 'without a cursor',
		},
		{
			name: 'a cursor is repeated',
			sent: [
				{ items: [1], cursor: 'a', hasMore: true },
				{ items: [2], cursor: 'b', hasMore: true },
				{ items: [1], cursor: 'a', hasMore: true },
			],
			why: 'cursor a came twice',
		},
		{
			name: 'empty pages do not stop',
			sent: Array.from({ length: 30 }, (_, index) => ({
				items: [],
				cursor: `c${index}`,
				hasMore: true,
			})),
			why: '21 empty pages in a row, the last with cursor c20',
		},
	])('are an error, never fewer items, if $name', async ({ sent, why }) => {
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
