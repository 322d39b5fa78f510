import { MAX_PAGE_SIZE, paginate, type Walk } from './pages';
import type { Run } from '../run';

/** How much of a walk is wanted. */
export interface Wanted {
	/** Infinity: everything. */
	limit: number;
	/** From 1 to {@link MAX_PAGE_SIZE}; left out, as much as is needed goes into one page. */
	pageSize?: number;
}

/**
 * What the items of a page become as soon as it has come, so that nothing else of it need be kept. Throws where it cannot be
 * done; then the page has not come.
 */
export type ShapePage<Item, Shaped> = (items: Item[]) => Shaped[];

/** What a walk has brought. */
export interface Collected<Item> {
	/** Of whole pages: more than the limit when Vipps gave more than it was asked for. */
	items: Item[];
	/** How many there were before they were shaped. */
	count: number;
	/** The last cursor that was not empty: all that lies before it is in `items`. */
	cursor?: string;
	/** Whether Vipps has, or may have, more after the cursor. */
	hasMore: boolean;
}

/** As much as a walk has brought before it failed, if it did. */
export interface Gathered<Item> extends Collected<Item> {
	/** How many pages came. */
	pages: number;
	/** A NodeApiError, or what the shape throws; what came before it is whole, and can be gone on from. */
	failure?: unknown;
}

/**
 * The pages of a walk until the limit is reached, by the fewest calls: no page is asked for in a larger size than what is
 * still wanted, so that no page need be cut. Never throws.
 */
export async function gather<Item, Shaped>(
	run: Run,
	walk: Walk<Item>,
	{ limit, pageSize = MAX_PAGE_SIZE }: Wanted,
	shape: ShapePage<Item, Shaped>,
): Promise<Gathered<Shaped>> {
	const gathered: Gathered<Shaped> = {
		items: [],
		count: 0,
		cursor: walk.start,
		hasMore: true,
		pages: 0,
	};
	const nextPageSize = () => Math.min(pageSize, limit - gathered.count);
	try {
		for await (const step of paginate(run, walk, nextPageSize)) {
			for (const item of shape(step.items)) gathered.items.push(item);
			gathered.count += step.items.length;
			gathered.hasMore = step.goesOn;
			gathered.cursor = step.cursor ?? gathered.cursor;
			gathered.pages++;
			if (gathered.count >= limit) break;
		}
	} catch (failure) {
		gathered.failure = failure;
	}
	return gathered;
}

/**
 * All of what is wanted of a walk.
 *
 * @throws NodeApiError as the walk does, and what the shape throws
 */
export async function collect<Item>(
	run: Run,
	walk: Walk<Item>,
	wanted: Wanted,
): Promise<Collected<Item>>;
export async function collect<Item, Shaped>(
	run: Run,
	walk: Walk<Item>,
	wanted: Wanted,
	shape: ShapePage<Item, Shaped>,
): Promise<Collected<Shaped>>;
export async function collect<Item>(
	run: Run,
	walk: Walk<Item>,
	wanted: Wanted,
	shape: ShapePage<Item, unknown> = (items) => items,
): Promise<Collected<unknown>> {
	const { items, count, cursor, hasMore, failure } = await gather(run, walk, wanted, shape);
	if (failure !== undefined) throw failure;
	return { items, count, cursor, hasMore };
}
