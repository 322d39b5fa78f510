import type { IDataObject } from 'n8n-workflow';

import type { Hints } from '../../../vipps/hints';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import type { Taken, ToItems } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import { withinLimit, type DateRead, type WithinLimit } from './withinLimit';

/** A ledger and the dates to read of it. */
export interface LedgerDates {
	ledgerId: string;
	ledgerDates: string[];
}

/** A list of entries that is read by date. */
export interface DateSource<Entry extends IDataObject, More extends object> {
	/**
	 * Reads a date, and maps its entries as they come.
	 *
	 * @param limit how many entries are wanted
	 * @throws NodeApiError as the API does
	 */
	read<Item>(
		ledger: LedgerDates,
		ledgerDate: string,
		limit: number,
		toItems: ToItems<Entry, Item>,
	): Promise<Pick<Taken<Item>, 'items' | 'count' | 'hasMore'> & More>;
	/** Gives the function that maps the entries of a date to items. */
	toItems(ledgerId: string, ledgerDate: string): ToItems<Entry, IDataObject>;
}

/** The items of a date, and what its source tells of it. */
export type ItemsOfDate<More> = DateRead & Partial<More>;

/**
 * Reads dates of ledgers, all of them in one pool. With a limit they are read in waves, each at most twice as large as the one before, and
 * no larger than the entries so far let expect. There is never a part of a date, and of a ledger that fails there is nothing.
 */
export async function readDates<Entry extends IDataObject, More extends object>(
	run: Run,
	ledgers: LedgerDates[],
	limit: number,
	source: DateSource<Entry, More>,
): Promise<WithinLimit<ItemsOfDate<More>>> {
	const isLimited = Number.isFinite(limit);
	// With a limit, some of the entries may not be returned: those that are become items at the end.
	const asTheyAre: ToItems<Entry, IDataObject> = (entries) => entries;
	const failed = new Set<string>();
	const reads: Array<ItemsOfDate<More>> = [];
	const readDate = async (
		{ ledger, ledgerDate }: { ledger: LedgerDates; ledgerDate: string },
		left: number,
	): Promise<ItemsOfDate<More>> => {
		const { ledgerId } = ledger;
		const nothing = { ledgerId, ledgerDate, items: [], count: 0, hasMore: true };
		if (failed.has(ledgerId)) return nothing as unknown as ItemsOfDate<More>;
		const toItems = isLimited ? asTheyAre : source.toItems(ledgerId, ledgerDate);
		try {
			const read = await source.read(ledger, ledgerDate, left, toItems);
			return { ...read, ledgerId, ledgerDate };
		} catch (error) {
			failed.add(ledgerId);
			return { ...nothing, error } as unknown as ItemsOfDate<More>;
		}
	};

	const dates = ledgers.flatMap((ledger) =>
		ledger.ledgerDates.map((ledgerDate) => ({ ledger, ledgerDate })),
	);
	let state = withinLimit(reads, limit);
	for (let size = isLimited ? 1 : dates.length; reads.length < dates.length; ) {
		const { left } = state;
		const wave = dates.slice(reads.length, reads.length + size);
		const read = await mapInOrder(
			wave,
			run.limiter.maxConcurrency,
			async (date) => await readDate(date, left),
		);
		for (const each of read) reads.push(each);
		state = withinLimit(reads, limit);
		if (state.left <= 0) break;
		const perDate = state.count / reads.length;
		size = Math.min(2 * size, Math.max(1, Math.ceil(state.left / perDate)));
	}
	if (isLimited) {
		for (const date of state.dates) {
			date.items = source.toItems(date.ledgerId, date.ledgerDate)(date.items as Entry[]);
		}
	}
	return { ...state, hasMore: state.hasMore || reads.length < dates.length };
}

/** Tells that dates were read whose entries are not returned. */
export function hintAtDatesInVain(
	hints: Hints,
	{ datesInVain: count }: Pick<WithinLimit<DateRead>, 'datesInVain'>,
	entries: string,
): void {
	if (count === 0) return;
	const dates = count === 1 ? 'date was' : 'dates were';
	hints.add(
		'info',
		`The limit was reached while ${count} more ${dates} being read. Their ${entries} are not returned.`,
	);
}
