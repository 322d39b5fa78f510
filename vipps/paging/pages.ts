import { unusableAnswer } from '../outcome/errors';
import type { Run } from '../run';
import { toPage, type HasNextPage, type Page, type WirePage } from './page';
import { take, type Taken, type ToItems, type Wanted } from './take';

/** A paged endpoint of one API. */
export interface Endpoint<Item> {
	/** Completes "Could not get …". */
	subject: string;
	/** The largest page size that a caller may ask for; undefined: the server chooses, and its pages are taken whole. */
	maxPageSize?: number;
	/** Gets the page after a cursor. The size is undefined if the server chooses it. */
	fetchPage: (cursor: string | undefined, pageSize: number | undefined) => Promise<WirePage<Item>>;
	hasNextPage: HasNextPage;
}

/** Where the pages begin. */
export interface Start {
	/** The cursor that the first page is after; undefined: the beginning. */
	after?: string;
	/** Cursors that are known to lead back to the start. */
	knownCursors?: string[];
}

/** The pages of an endpoint: `for await` gives one after the other. */
export interface Pages<Item> extends AsyncIterable<Page<Item>> {
	readonly subject: string;
	readonly after: string | undefined;
	/** The pages, each of at most the size that is asked for right before it. */
	ofSize(pageSize: () => number): AsyncGenerator<Page<Item>, void, undefined>;
	/** Takes items until there are enough; see {@link take}. */
	take(wanted: Wanted): Promise<Taken<Item>>;
	take<Output>(wanted: Wanted, toItems: ToItems<Item, Output>): Promise<Taken<Output>>;
}

/** After so many empty pages in a row the pages lead nowhere. */
const MAX_EMPTY_PAGES = 20;
/** A hundred million sales in pages of the largest size. */
const MAX_PAGES = 100_000;

/** The pages of an endpoint, from a start on. */
export function pagesOf<Item>(run: Run, endpoint: Endpoint<Item>, start: Start = {}): Pages<Item> {
	const ofSize = (pageSize: () => number) => paginate(run, endpoint, start, pageSize);
	const pages: Pages<Item> = {
		subject: endpoint.subject,
		after: start.after,
		ofSize,
		[Symbol.asyncIterator]: () => ofSize(() => Infinity),
		take: async <Output>(wanted: Wanted, toItems?: ToItems<Item, Output>) =>
			await take(pages, wanted, toItems ?? ((items: Item[]) => items as unknown as Output[])),
	};
	return pages;
}

/**
 * One page after the other, until the endpoint's rule ends it. A page that a server without cursors repeats comes once. A page whose cursor
 * came before is not given, since the pages behind it would repeat.
 *
 * @throws NodeApiError if the cursors lead nowhere, so that the pages would not end, or would end before the last item
 */
async function* paginate<Item>(
	run: Run,
	{ subject, maxPageSize, fetchPage, hasNextPage }: Endpoint<Item>,
	{ after, knownCursors = [] }: Start,
	pageSize: () => number,
): AsyncGenerator<Page<Item>, void, undefined> {
	const refuse = (why: string) => unusableAnswer(run, subject, why);
	const seen = new Set(knownCursors);
	let cursor = after;
	let itemsBefore: Item[] = [];
	let emptyPages = 0;
	for (let count = 0; count < MAX_PAGES; count++) {
		if (cursor !== undefined) seen.add(cursor);
		const size = maxPageSize && Math.min(maxPageSize, pageSize());
		const fetched = await fetchPage(cursor, size);
		if (isRepeated(fetched, cursor, itemsBefore)) fetched.items = [];
		const page = toPage(fetched, cursor, hasNextPage);
		if (!page.isLast && page.cursor !== undefined && seen.has(page.cursor)) {
			throw withCircle(
				refuse(`Vipps sends the same pages over and over: cursor ${page.cursor} came twice.`),
				[...seen].slice([...seen].indexOf(page.cursor)),
			);
		}
		yield page;
		if (page.isLast) return;
		emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
		if (page.cursor === undefined) throw refuse('Vipps announced more results without a cursor.');
		if (emptyPages > MAX_EMPTY_PAGES) {
			throw refuse(
				`Vipps sent ${emptyPages} empty pages in a row, the last with cursor ${page.cursor}.`,
			);
		}
		itemsBefore = page.items;
		cursor = page.cursor;
	}
	throw refuse(`There are more than ${MAX_PAGES} pages, and still more at cursor ${cursor}.`);
}

/** Whether the server repeated the page before, instead of the one after its cursor. */
function isRepeated<Item>(
	page: WirePage<Item>,
	cursor: string | undefined,
	before: Item[],
): boolean {
	if (cursor === undefined || page.cursor !== cursor || page.items.length === 0) return false;
	const isSameLength = page.items.length === before.length;
	return isSameLength && JSON.stringify(page.items) === JSON.stringify(before);
}

/** Adds the cursors that form a circle to an error. */
const withCircle = <Thrown extends Error>(error: Thrown, circle: string[]): Thrown =>
	Object.defineProperty(error, 'circle', { value: circle });

/** The cursors that form a circle, if an error is about one. */
export const readCircle = (error: unknown): string[] | undefined =>
	(error as { circle?: string[] } | undefined)?.circle;
