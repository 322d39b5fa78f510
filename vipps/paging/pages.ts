import { unusableAnswer } from '../outcome/errors';
import type { Run } from '../run';
import type { Page } from '../api/types';

/** The most entries that the Sales API gives in one page. Source: Sales API spec, `pageSize`. */
export const MAX_PAGE_SIZE = 1000;

/** One walk along a cursor. */
export interface Walk<Item> {
	/** As in `Could not get …`. */
	subject: string;
	/** The cursor to start after; undefined or empty: from the beginning. */
	start?: string;
	/** Cursors that are known to lead back to the start. */
	knownCursors?: string[];
	/** Fetches the page after a cursor, of at most this size where the endpoint lets its caller choose. */
	fetchPage: (cursor: string | undefined, pageSize: number) => Promise<Page<Item>>;
	/** Whether there is a page after this one. */
	goesOn: (page: Page<Item>, cursorBefore: string | undefined) => boolean;
}

/** The empty pages in a row after which a walk is held to lead nowhere. */
const MAX_EMPTY_PAGES = 20;
/** A hundred million sales at full page size. */
const MAX_PAGES = 100_000;

/** A page, and whether the walk goes on after it. */
export type Step<Item> = Page<Item> & { goesOn: boolean };

/**
 * Page after page, until the walk's own rule ends it. Whoever takes the pages may stop at any of them. A page that a server without
 * cursors repeats comes once; one whose cursor leads back is not given at all, since to go on behind it would be to go round.
 *
 * @param pageSize asked before every page
 *
 * @throws NodeApiError when the cursors lead nowhere: the walk would not end, or would end before the last sale
 */
export async function* paginate<Item>(
	run: Run,
	{ subject, start, knownCursors = [], fetchPage, goesOn }: Walk<Item>,
	pageSize: () => number = () => MAX_PAGE_SIZE,
): AsyncGenerator<Step<Item>, void, undefined> {
	const refuse = (why: string) => unusableAnswer(run, subject, why);
	const seen = new Set(knownCursors);
	let cursor = start || undefined;
	let before: Item[] = [];
	let emptyPages = 0;
	for (let count = 0; count < MAX_PAGES; count++) {
		if (cursor !== undefined) seen.add(cursor);
		const page = await fetchPage(cursor, pageSize());
		if (isRepeated(page, cursor, before)) page.items = [];
		const step = { ...page, goesOn: goesOn(page, cursor) };
		if (step.goesOn && page.cursor !== undefined && seen.has(page.cursor)) {
			throw withCircle(
				refuse(`Vipps sends the same pages over and over: cursor ${page.cursor} came twice.`),
				[...seen].slice([...seen].indexOf(page.cursor)),
			);
		}
		yield step;
		if (!step.goesOn) return;
		emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
		if (page.cursor === undefined) throw refuse('Vipps says that there is more, but not where.');
		if (emptyPages > MAX_EMPTY_PAGES) {
			throw refuse(
				`Vipps sent ${emptyPages} empty pages in a row, the last with cursor ${page.cursor}.`,
			);
		}
		before = page.items;
		cursor = page.cursor;
	}
	throw refuse(`There are more than ${MAX_PAGES} pages, and still more at cursor ${cursor}.`);
}

/** Whether a page that was asked for by the cursor of the page before is that page again. */
function isRepeated<Item>(page: Page<Item>, cursor: string | undefined, before: Item[]): boolean {
	if (cursor === undefined || page.cursor !== cursor || page.items.length === 0) return false;
	const isSameLength = page.items.length === before.length;
	return isSameLength && JSON.stringify(page.items) === JSON.stringify(before);
}

/** Lays the cursors that lead in a circle beside an error. */
const withCircle = <Thrown extends Error>(error: Thrown, circle: string[]): Thrown =>
	Object.defineProperty(error, 'circle', { value: circle });

/** The cursors that led in a circle, where that is what an error is about. */
export const circleOf = (error: unknown): string[] | undefined =>
	(error as { circle?: string[] } | undefined)?.circle;

/**
 * The feed's rule. Whether it sends `hasMore`, and what it answers once all is read, is not documented. Each of these is the
 * end: `hasMore: false`, no cursor, the same cursor again, and no items unless `hasMore` is true.
 */
export const untilCaughtUp: Walk<unknown>['goesOn'] = ({ items, cursor, hasMore }, cursorBefore) =>
	(hasMore ?? items.length > 0) && cursor !== undefined && cursor !== cursorBefore;

/**
 * The rule of a date and of a look-up: as long as `hasMore` is true, through empty pages; where it is not sent at all, a new
 * cursor behind some sales is taken to lead to more.
 */
export const whileHasMore: Walk<unknown>['goesOn'] = (page, cursorBefore) =>
	page.hasMore ?? untilCaughtUp(page, cursorBefore);

/** The ledger list's rule: as long as there is a cursor. */
export const whileCursor: Walk<unknown>['goesOn'] = ({ cursor }) => cursor !== undefined;
