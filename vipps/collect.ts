import { MAX_PAGE_SIZE, paginate, type Walk } from './paginate';
import type { VippsContext } from './context';

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

/** As much as a walk has brought before it failed, if it did. */
export interface Gathered<Item> extends Collected<Item> {
	/** How many pages came. */
	pages: number;
	/** A NodeApiError; what came before it is whole, and can be gone on from. */
	failure?: unknown;
}

/**
 * The pages of a walk until the limit is reached, by the fewest calls: no page is asked for in a larger size than what is
 * still wanted, so that no page need be cut. Never throws.
 */
export async function gather<Item>(
	context: VippsContext,
	walk: Walk<Item>,
	{ limit, pageSize = MAX_PAGE_SIZE }: Wanted,
): Promise<Gathered<Item>> {
	const gathered: Gathered<Item> = { items: [], cursor: walk.start, hasMore: true, pages: 0 };
	const { items } = gathered;
	const nextPageSize = () => Math.min(pageSize, limit - items.length);
	try {
		for await (const step of paginate(context, walk, nextPageSize)) {
			for (const item of step.items) items.push(item);
			const hasMoved = step.cursor !== undefined && step.cursor !== gathered.cursor;
			gathered.hasMore = step.goesOn || (step.hasMore === true && hasMoved);
			gathered.cursor = step.cursor ?? gathered.cursor;
			gathered.pages++;
			if (items.length >= limit) break;
		}
	} catch (failure) {
		gathered.failure = failure;
	}
	return gathered;
}

/**
 * All of what is wanted of a walk.
 *
 * @throws NodeApiError as the walk does
 */
export async function collect<Item>(
	context: VippsContext,
	walk: Walk<Item>,
	wanted: Wanted,
): Promise<Collected<Item>> {
	const { items, cursor, hasMore, failure } = await gather(context, walk, wanted);
	if (failure !== undefined) throw failure;
	return { items, cursor, hasMore };
}
