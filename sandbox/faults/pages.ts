import type { Fault } from './fault';

/** Where a call began to read. */
export interface Asked {
	path: string;
	cursor: string | undefined;
}

interface Page {
	items: unknown[];
	cursor?: string | null;
	hasMore?: boolean;
}

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
	{ path, cursor = '' }: Asked,
	before: string | undefined,
): string {
	const page = readPage(payload);
	if (page === undefined) return payload;
	const kinds = faults.map(({ kind }) => kind);
	// The ledger list's cursor carries its filter: before the first page there is none that could.
	const canWait = cursor !== '' || path.startsWith('/sales/');
	if (kinds.includes('emptyPage') && canWait) {
		const count = Number(EMPTY_PAGE.exec(cursor)?.[1] ?? 0) + 1;
		const next = `${cursorMeant(cursor) ?? ''}~${count}`;
		return JSON.stringify({ ...page, items: [], cursor: next, hasMore: true });
	}
	if (kinds.includes('repeatedCursor') && cursor !== '') {
		return JSON.stringify({ ...page, cursor, hasMore: true });
	}
	const ledHere = before !== undefined && readPage(before)?.cursor === cursor;
	return kinds.includes('duplicatePage') && ledHere ? before : payload;
}

function readPage(payload: string): Page | undefined {
	try {
		const page = JSON.parse(payload) as Partial<Page> | null;
		return Array.isArray(page?.items) ? (page as Page) : undefined;
	} catch {
		return undefined;
	}
}
