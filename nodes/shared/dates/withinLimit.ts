import type { IDataObject } from 'n8n-workflow';

import type { LedgerResult } from '../ledgers/readEach';

/** What was read of one date of a ledger: all of its entries, or more than are wanted. */
export interface DateRead {
	ledgerId: string;
	ledgerDate: string;
	items: IDataObject[];
	/** How many entries the items are of. */
	count: number;
	/** Whether there is or may be more. */
	hasMore: boolean;
	error?: unknown;
}

/** What of it counts. */
export interface WithinLimit<Date extends DateRead> {
	/** The dates whose entries are returned; of the last one, only as many as the limit leaves. */
	dates: Date[];
	/** How many entries these are. */
	count: number;
	/** How many more are wanted. */
	left: number;
	/** Whether there is or may be more than is returned. */
	hasMore: boolean;
	/** How many dates lie beyond the limit: they were read in vain. */
	datesInVain: number;
	/** The ledgers that were read, each with its error if it failed. */
	ledgers: LedgerResult[];
}

/**
 * What counts of dates that were read ahead: the same as if they had been read one after the other until the limit is reached. A ledger that
 * fails gives nothing, and uses up nothing of the limit.
 *
 * @param reads by ledger, then by date
 * @param limit in entries; if it is Infinity, everything counts
 */
export function withinLimit<Date extends DateRead>(
	reads: Date[],
	limit: number,
): WithinLimit<Date> {
	const total: WithinLimit<Date> = {
		...{ dates: [], count: 0, left: limit, hasMore: false, datesInVain: 0, ledgers: [] },
	};
	for (const [ledgerId, ofLedger] of byLedger(reads)) {
		const { error, dates, count, hasMore, datesInVain } = takeDates(ofLedger, total.left);
		total.ledgers.push({ ledgerId, error });
		total.datesInVain += datesInVain;
		total.hasMore ||= hasMore;
		if (error !== undefined) continue;
		total.dates.push(...dates);
		total.count += count;
		total.left -= count;
	}
	return total;
}

function byLedger<Date extends DateRead>(reads: Date[]): Map<string, Date[]> {
	const groups = new Map<string, Date[]>();
	for (const read of reads) {
		const group = groups.get(read.ledgerId);
		if (group) group.push(read);
		else groups.set(read.ledgerId, [read]);
	}
	return groups;
}

/** The dates of one ledger until there are enough entries, or one failed. */
function takeDates<Date extends DateRead>(
	reads: Date[],
	wanted: number,
): Omit<WithinLimit<Date>, 'left' | 'ledgers'> & { error?: unknown } {
	const taken = { dates: [] as Date[], count: 0, hasMore: false, datesInVain: 0 };
	for (const read of reads) {
		const left = wanted - taken.count;
		if (left <= 0) {
			taken.datesInVain++;
			taken.hasMore ||= read.count > 0 || read.hasMore;
			continue;
		}
		if (read.error !== undefined) return { ...taken, error: read.error };
		const isCut = read.count > left;
		const count = isCut ? left : read.count;
		taken.dates.push({ ...read, count, items: isCut ? read.items.slice(0, left) : read.items });
		taken.count += count;
		taken.hasMore ||= isCut || read.hasMore;
	}
	return taken;
}
