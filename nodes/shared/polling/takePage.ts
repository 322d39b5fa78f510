import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { dedupeKeys, hashOf, identityOf } from '../../../accounting/items/dedupeKey';
import { keyedItems } from '../../../accounting/items/keyedItems';
import { dateOfTime } from '../../../accounting/saleDate';
import type { Step } from '../../../vipps/paging/pages';
import type { SalesEntry } from '../../../vipps/api/types';
import type { Settings } from './settings';
import type { Position } from './state';

/** What a page of a ledger's feed brings, and the position behind it. */
export interface Turned {
	items: IDataObject[];
	position: Position;
	/** The page's first sale, as a hash. */
	first?: string;
}

/**
 * Takes a page in. Pure: as long as the position behind it is not kept, the page can be taken in again, with the same outcome.
 *
 * @param firstBefore the first sale of the page that was read just before, as a hash
 */
export function turnPage(
	ledgerId: string,
	before: Position,
	{ items: entries, cursor, goesOn }: Step<SalesEntry>,
	settings: Pick<Settings, 'wants' | 'shape' | 'perLine'>,
	firstBefore?: string,
): Turned {
	const first = entries[0] && hashOf(identityOf(ledgerId, entries[0]));
	const hasMoved = cursor !== undefined && cursor !== before.cursor;
	const since = goesOn ? before.since : undefined;
	// The page before once more, in place of the one that was asked for.
	if (first !== undefined && first === firstBefore && !hasMoved) {
		return { items: [], position: before, first };
	}

	const [readFirst, readCount = 0] = before.readAfter ?? [];
	const read = first !== undefined && first === readFirst ? readCount : 0;
	const keys = dedupeKeys(ledgerId, before.recentKeys);
	const items = entries.slice(read).flatMap((entry) => {
		const key = keys.next(entry);
		return settings.wants(entry) && !isBefore(entry, before.since)
			? keyedItems(entry, key, ledgerId, settings)
			: [];
	});
	const recentKeys = keys.recent();
	if (hasMoved) return { items, position: { cursor, since, recentKeys }, first };
	// Without a new cursor the same sales come again, and more behind them.
	const readAfter: Position['readAfter'] =
		first === undefined ? before.readAfter : [first, Math.max(entries.length, read)];
	return { items, position: { cursor: before.cursor, since, readAfter, recentKeys }, first };
}

/** Whether a sale was before an instant, or before a date where the merchant is. */
function isBefore(entry: SalesEntry, since: string | undefined): boolean {
	if (since === undefined) return false;
	if (since.includes('T')) return instantOf(entry) < Date.parse(since);
	return (dateOfTime(entry.time, entry.currency) ?? since) < since;
}

/** NaN, which is before nothing, where the time is none: rather a sale too many than one too few. */
const instantOf = ({ time }: SalesEntry): number =>
	DateTime.fromISO(typeof time === 'string' ? time : '', { zone: 'utc' }).toMillis();
