import type { IDataObject } from 'n8n-workflow';

import { unusableAnswer } from '../outcome/errors';
import { preview } from '../outcome/preview';
import type { Run } from '../run';

/** One answer of a paged endpoint, checked. */
export interface WirePage<Item> {
	items: Item[];
	/** Where the next page begins; undefined if Vipps sent none, null or an empty one. */
	cursor?: string;
	/** Undefined if Vipps did not send it. */
	hasMore?: boolean;
	/** Whether more may come later: the date is still open, or the feed is caught up. Undefined if Vipps did not send it. */
	tryLater?: boolean;
}

/** A page of a paged endpoint, and what follows from it. */
export interface Page<Item> extends WirePage<Item> {
	/** Whether its cursor is another one than the page was asked for with. */
	hasMoved: boolean;
	/** Whether there is no page after this one. */
	isLast: boolean;
}

/** The rule by which an endpoint's pages end: whether there is a page after this one. */
export type HasNextPage = (page: WirePage<unknown> & { hasMoved: boolean }) => boolean;

/** Works out what follows from a page that was asked for with a cursor. */
export function toPage<Item>(
	page: WirePage<Item>,
	after: string | undefined,
	hasNextPage: HasNextPage,
): Page<Item> {
	const hasMoved = page.cursor !== undefined && page.cursor !== after;
	return { ...page, hasMoved, isLast: !hasNextPage({ ...page, hasMoved }) };
}

/**
 * The rule of a feed. It is not documented whether Vipps sends `hasMore` there, or what it answers when all is read. Each of these is the
 * end: `hasMore: false`, no cursor, the same cursor again, and no items unless `hasMore` is true.
 */
export const hasNextOfFeed: HasNextPage = ({ items, hasMore, hasMoved }) =>
	(hasMore ?? items.length > 0) && hasMoved;

/**
 * The rule of a date and of a look-up: as long as `hasMore` is true, even after an empty page. If it is not sent, the rule of a feed holds.
 */
export const hasNextOfDate: HasNextPage = (page) => page.hasMore ?? hasNextOfFeed(page);

/** The rule of the ledger list: as long as there is a cursor. */
export const hasNextOfList: HasNextPage = ({ cursor }) => cursor !== undefined;

/**
 * Checks the body of a paged endpoint.
 *
 * @throws NodeApiError if it is not a page: fewer sales than there are would be worse than no answer
 */
export function readPage<Item extends IDataObject>(
	run: Run,
	body: unknown,
	subject: string,
): WirePage<Item> {
	const refuse = (why: string) => unusableAnswer(run, subject, why);
	const show = (value: unknown) => preview(value, run.secrets());
	if (!isObject(body)) throw refuse(`Vipps answered ${show(body)} instead of a page.`);
	const { items, cursor, hasMore, tryLater } = body;
	if (!Array.isArray(items)) {
		throw refuse(`Vipps answered a page whose items are ${show(items)} instead of a list.`);
	}
	const stray = items.find((item) => !isObject(item));
	if (stray !== undefined) throw refuse(`Vipps answered a page that holds ${show(stray)}.`);
	if (isGiven(cursor) && typeof cursor !== 'string') {
		throw refuse(`Vipps answered a page whose cursor is ${show(cursor)} instead of a text.`);
	}
	const readFlag = (name: string, value: unknown) => {
		if (!isGiven(value)) return undefined;
		if (typeof value === 'boolean') return value;
		throw refuse(`Vipps answered a page whose ${name} is ${show(value)} instead of true or false.`);
	};
	return {
		items: items as Item[],
		cursor: typeof cursor === 'string' && cursor !== '' ? cursor : undefined,
		hasMore: readFlag('hasMore', hasMore),
		tryLater: readFlag('tryLater', tryLater),
	};
}

/**
 * Checks the body of a look-up. It is not documented whether the entries come in a page, in a bare list or, if there is one, alone, so all
 * three are read.
 *
 * @throws NodeApiError if it is none of these
 */
export function readLookUp<Item extends IDataObject>(
	run: Run,
	body: unknown,
	subject: string,
): WirePage<Item> {
	if (!isGiven(body)) return { items: [] };
	if (Array.isArray(body)) return readPage(run, { items: body }, subject);
	const isSingleEntry =
		isObject(body) && !('items' in body) && ('entryType' in body || 'amounts' in body);
	return readPage(run, isSingleEntry ? { items: [body] } : body, subject);
}

const isGiven = (value: unknown) => value !== undefined && value !== null;

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
