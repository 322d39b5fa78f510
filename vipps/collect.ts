import { MAX_PAGE_SIZE, paginate, type Walk } from './paginate';
import type { VippsContext } from './request';

/** How much of a walk is wanted. */
export interface Wanted {
	/** Infinity: everything. */
	limit: number;
	/** From 1 to {@link MAX_PAGE_SIZE}; left out, as much as is needed goes into one page. */
	pageSize?: number;
}

/** What a walk has brought. */
export interface Collected<Item> {
	/** Whole pages: more than the limit when Vipps gave more than it was asked for. */
	items: Item[];
	/** The last cursor that was not empty: all that lies before it is in `items`. */
	cursor?: string;
	/** Whether Vipps has, or may have, more after the cursor. */
	hasMore: boolean;
}

/**
 * The pages of a walk until the limit is reached, by the fewest calls: no page is asked for in a larger size than what is
 * still wanted, so that no page need be cut.
 *
 * @throws NodeApiError as the walk does
 */
export async function collect<Item>(
	context: VippsContext,
	walk: Walk<Item>,
	{ limit, pageSize = MAX_PAGE_SIZE }: Wanted,
): Promise<Collected<Item>> {
	const items: Item[] = [];
	let cursor = walk.start;
	let hasMore = false;
	const nextPageSize = () => Math.min(pageSize, limit - items.length);
	for await (const step of paginate(context, walk, nextPageSize)) {
		for (const item of step.items) items.push(item);
		const hasMoved = step.cursor !== undefined && step.cursor !== cursor;
		hasMore = step.goesOn || (step.hasMore === true && hasMoved);
		cursor = step.cursor ?? cursor;
		if (items.length >= limit) break;
	}
	return { items, cursor, hasMore };
}
