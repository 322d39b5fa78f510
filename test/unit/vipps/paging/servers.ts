import { hasNextOfFeed, type HasNextPage, type WirePage } from '../../../../vipps/paging/page';
import { pagesOf, type Endpoint, type Start } from '../../../../vipps/paging/pages';
import { run } from '../anyRun';

/** A server that holds the numbers below `total`, and the page sizes it was asked for. */
export function server(total: number, serverMax = 1000) {
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
export function scripted(hasNextPage: HasNextPage, ...pages: Array<Partial<WirePage<number>>>) {
	const rest = [...pages];
	const fetchPage = jest.fn(async () => ({ items: [], ...rest.shift() }));
	const endpoint: Endpoint<number> = { subject: 'the numbers', hasNextPage, fetchPage };
	return { pages: (start?: Start) => pagesOf(run, endpoint, start), fetchPage };
}
