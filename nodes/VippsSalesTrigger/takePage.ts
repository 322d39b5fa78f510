import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { dedupeKeys, hashOf, identityOf, type RecentKeys } from '../../accounting/items/dedupeKey';
import { keyedItems } from '../../accounting/items/keyedItems';
import type { ShapeName } from '../../accounting/items/shapes';
import { dateOfTime } from '../../accounting/saleDate';
import type { SalesEntry } from '../../vipps/api/salesEntry';
import type { Page } from '../../vipps/paging/page';

/** How far a ledger's feed has been read. */
export interface Checkpoint {
	/** Everything before it is read; undefined: nothing yet. */
	cursor?: string;
	/**
	 * Until the end of the feed is reached for the first time: sales before this instant (ISO, UTC) or this date (`YYYY-MM-DD`, in the
	 * merchant's time zone) are skipped.
	 */
	since?: string;
	/** If Vipps gave sales without a new cursor: the first sale after the cursor, as a hash, and how many are read. */
	readAfter?: [first: string, count: number];
	recentKeys?: RecentKeys;
}

/** Which sales are wanted, and in which form. */
export interface Selection {
	wants: (entry: SalesEntry) => boolean;
	output: ShapeName;
}

/** What a page of a ledger's feed gives, and the checkpoint behind it. */
export interface TakenPage {
	items: IDataObject[];
	checkpoint: Checkpoint;
	/** The page's first sale, as a hash. */
	first?: string;
}

/**
 * Takes a page. Pure: as long as the checkpoint behind it is not kept, the page can be taken again with the same result.
 *
 * @param firstBefore the first sale of the page that was read just before, as a hash
 */
export function takePage(
	ledgerId: string,
	before: Checkpoint,
	{ items: entries, cursor, hasMoved, isLast }: Page<SalesEntry>,
	{ wants, output }: Selection,
	firstBefore?: string,
): TakenPage {
	const first = entries[0] && hashOf(identityOf(ledgerId, entries[0]));
	const since = isLast ? undefined : before.since;
	// The server repeated the page before.
	if (first !== undefined && first === firstBefore && !hasMoved) {
		return { items: [], checkpoint: before, first };
	}

	const [readFirst, readCount = 0] = before.readAfter ?? [];
	const read = first !== undefined && first === readFirst ? readCount : 0;
	const keys = dedupeKeys(ledgerId, before.recentKeys);
	const items = entries.slice(read).flatMap((entry) => {
		const key = keys.next(entry);
		const isWanted = wants(entry) && !isBefore(entry, before.since);
		return isWanted ? keyedItems(entry, key, ledgerId, output) : [];
	});
	const recentKeys = keys.recent();
	if (hasMoved) return { items, checkpoint: { cursor, since, recentKeys }, first };
	// Without a new cursor the same sales come again, followed by new ones.
	const readAfter: Checkpoint['readAfter'] =
		first === undefined ? before.readAfter : [first, Math.max(entries.length, read)];
	return { items, checkpoint: { cursor: before.cursor, since, readAfter, recentKeys }, first };
}

/** Whether a sale was before an instant, or before a date in the merchant's time zone. */
function isBefore(entry: SalesEntry, since: string | undefined): boolean {
	if (since === undefined) return false;
	if (since.includes('T')) return instantOf(entry) < Date.parse(since);
	return (dateOfTime(entry.time, entry.currency) ?? since) < since;
}

/** NaN if the time is invalid; NaN is before nothing, so that such a sale is never skipped. */
const instantOf = ({ time }: SalesEntry): number =>
	DateTime.fromISO(typeof time === 'string' ? time : '', { zone: 'utc' }).toMillis();
