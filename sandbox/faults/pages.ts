import type { Fault, FaultKind } from './fault';

/** Where a call began to read. */
export interface Asked {
	path: string;
	cursor: string | undefined;
	/** Whether the page was asked for by a filter, which the cursors of its list carry. */
	isFiltered: boolean;
}

interface Page {
	items: unknown[];
	cursor?: string | null;
	hasMore?: boolean;
	tryLater?: boolean;
}

const PAGE_FAULTS: FaultKind[] = ['emptyPage', 'repeatedCursor', 'duplicatePage'];

/** Behind the cursor of an empty page, so that it differs from the cursor of the page that it stands before. */
const EMPTY_PAGE = /~(\d+)$/;

/** The cursor that was meant, without what {@link distortPage} put behind it; undefined for the beginning. */
export const cursorMeant = (cursor: string): string | undefined =>
	cursor.replace(EMPTY_PAGE, '') || undefined;

/**
 * A page made wrong. The payload as it is where it is no page, or where no fault is about pages.
 *
 * @param before the page that was sent before this one on the same path
 */
export function distortPage(
	payload: string,
	faults: Fault[],
	{ cursor = '', isFiltered }: Asked,
	before: string | undefined,
): string {
	const kinds = faults.map(({ kind }) => kind).filter((kind) => PAGE_FAULTS.includes(kind));
	const page = kinds.length > 0 ? readPage(payload) : undefined;
	if (page === undefined) return payload;
	// Before the first page there is no cursor that could carry the filter on.
	const canWait = cursor !== '' || !isFiltered;
	if (kinds.includes('emptyPage') && canWait) {
		const count = Number(EMPTY_PAGE.exec(cursor)?.[1] ?? 0) + 1;
		const next = `${cursorMeant(cursor) ?? ''}~${count}`;
		return JSON.stringify({ ...page, items: [], cursor: next, ...more(page) });
	}
	if (kinds.includes('repeatedCursor') && cursor !== '') {
		return JSON.stringify({ ...page, cursor, ...more(page) });
	}
	const ledHere = before !== undefined && readPage(before)?.cursor === cursor;
	return kinds.includes('duplicatePage') && ledHere ? before : payload;
}

/** How a page says that it has more: a feed with `tryLater` has no `hasMore`. */
function more({ hasMore, tryLater }: Page): Partial<Page> {
	const saysByTryLater = tryLater !== undefined && hasMore === undefined;
	return saysByTryLater ? { tryLater: false } : { hasMore: true };
}

function readPage(payload: string): Page | undefined {
	try {
		const page = JSON.parse(payload) as Partial<Page> | null;
		return Array.isArray(page?.items) ? (page as Page) : undefined;
	} catch {
		return undefined;
	}
}
