import type { IDataObject } from 'n8n-workflow';

import type { Run } from '../run';
import { unusableAnswer } from '../outcome/errors';
import { sketch as sketchOf } from '../outcome/preview';
import type { Page } from '../api/types';

/**
 * A body of a paged endpoint as a page.
 *
 * @throws NodeApiError when it is none: fewer sales than there are would be worse than no answer
 */
export function readPage<Item extends IDataObject>(
	run: Run,
	body: unknown,
	subject: string,
): Page<Item> {
	const refuse = (why: string) => unusableAnswer(run, subject, why);
	const sketch = (value: unknown) => sketchOf(value, run.secrets());
	if (!isObject(body)) throw refuse(`Vipps answered ${sketch(body)} instead of a page.`);
	const { items, cursor, hasMore } = body;
	if (!Array.isArray(items)) {
		throw refuse(`Vipps answered a page whose items are ${sketch(items)} instead of a list.`);
	}
	const stray = items.find((item) => !isObject(item));
	if (stray !== undefined) throw refuse(`Vipps answered a page that holds ${sketch(stray)}.`);
	if (isGiven(cursor) && typeof cursor !== 'string') {
		throw refuse(`Vipps answered a page whose cursor is ${sketch(cursor)} instead of a text.`);
	}
	if (isGiven(hasMore) && typeof hasMore !== 'boolean') {
		throw refuse(
			`Vipps answered a page whose hasMore is ${sketch(hasMore)} instead of true or false.`,
		);
	}
	return {
		items: items as Item[],
		cursor: typeof cursor === 'string' && cursor !== '' ? cursor : undefined,
		hasMore: typeof hasMore === 'boolean' ? hasMore : undefined,
	};
}

/**
 * A body of a look-up as a page. The documentation does not say whether the entries come in a page, in a bare list or, being
 * one, alone, so each is read.
 *
 * @throws NodeApiError when it is none of these
 */
export function readLookUp<Item extends IDataObject>(
	run: Run,
	body: unknown,
	subject: string,
): Page<Item> {
	if (!isGiven(body)) return { items: [] };
	if (Array.isArray(body)) return readPage(run, { items: body }, subject);
	const isSingleEntry =
		isObject(body) && !('items' in body) && ('entryType' in body || 'amounts' in body);
	return readPage(run, isSingleEntry ? { items: [body] } : body, subject);
}

const isGiven = (value: unknown) => value !== undefined && value !== null;

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
