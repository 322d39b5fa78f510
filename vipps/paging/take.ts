import { sleep } from 'n8n-workflow';

import type { Page } from './page';

/** How much is wanted. */
export interface Wanted {
	/** Infinity: everything. */
	limit: number;
	/** From 1 up; left out, as much as is wanted comes in one page. */
	pageSize?: number;
}

/** Maps a page's items as soon as the page has come, so that the raw page can be freed. If it throws, the page counts as not taken. */
export type ToItems<Item, Output> = (items: Item[]) => Output[];

/** The items of whole pages, and how to go on after them. */
export interface Taken<Item> {
	/** Of whole pages: more than the limit if Vipps sent more than it was asked for. */
	items: Item[];
	/** How many items there were before they were mapped. */
	count: number;
	/** The last cursor: everything before it is in `items`. Undefined if there is none. */
	cursor?: string;
	/** Whether Vipps has, or may have, more after the cursor. */
	hasMore: boolean;
	/** Whether more may come later, as the last page says; undefined if Vipps did not send it. */
	tryLater?: boolean;
	/** How many pages came. */
	pages: number;
	/** Why there is no more: a NodeApiError, or what `toItems` threw. What came before it is whole. */
	error?: unknown;
}

/** Pages that can be asked for by size. */
interface Source<Item> {
	after: string | undefined;
	ofSize(pageSize: () => number): AsyncGenerator<Page<Item>, void, undefined>;
}

/** A smaller page is mapped before a call could leave. */
const LARGE_PAGE = 100;

/**
 * Takes pages until the limit is reached, by the fewest calls. No page is asked for in a larger size than what is still wanted, so that no
 * page need be cut. While a page is mapped, the next one is under way. Never throws: an error is in the result, beside what came before it.
 */
export async function take<Item, Output>(
	source: Source<Item>,
	{ limit, pageSize = Infinity }: Wanted,
	toItems: ToItems<Item, Output>,
): Promise<Taken<Output>> {
	const taken: Taken<Output> = {
		items: [],
		count: 0,
		cursor: source.after,
		hasMore: true,
		pages: 0,
	};
	let received = 0;
	const pages = source.ofSize(() => Math.min(pageSize, limit - received));
	const askForNext = () => {
		const next = pages.next();
		// Its error is read when the page is due.
		next.catch(() => undefined);
		return next;
	};
	try {
		for (let next = askForNext(); ; ) {
			const { value: page } = await next;
			if (!page) break;
			received += page.items.length;
			const isLast = page.isLast || received >= limit;
			if (!isLast) {
				next = askForNext();
				// Without this, the call would leave behind the mapping.
				if (page.items.length >= LARGE_PAGE) await sleep(0);
			}
			for (const item of toItems(page.items)) taken.items.push(item);
			taken.count = received;
			taken.hasMore = !page.isLast;
			taken.cursor = page.cursor ?? taken.cursor;
			taken.tryLater = page.tryLater;
			taken.pages++;
			if (isLast) break;
		}
	} catch (error) {
		taken.error = error;
	} finally {
		void pages.return();
	}
	return taken;
}

/**
 * What was taken, if nothing failed.
 *
 * @throws the error that it ended with
 */
export function complete<Item>(taken: Taken<Item>): Taken<Item> {
	if (taken.error !== undefined) throw taken.error;
	return taken;
}
