import type { IDataObject } from 'n8n-workflow';

import { salesOfDate } from '../../../vipps/api/sales';
import type { SalesEntry } from '../../../vipps/api/salesEntry';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import { complete, type ToItems, type Wanted } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import type { ToItemsOf } from '../../shared/parameters/output';
import { withinLimit, type DateRead, type WithinLimit } from './withinLimit';

/** A ledger and the dates to read of it. */
export interface LedgerDates {
	ledgerId: string;
	ledgerDates: string[];
}

type LedgerDate = Pick<DateRead, 'ledgerId' | 'ledgerDate'>;

/** What came of it. */
export type DatesRead = WithinLimit & { items: IDataObject[] };

/**
 * Reads dates of ledgers, all of them in one pool. With a limit they are read in waves, each at most twice as large as the one before, and
 * no larger than the sales so far let expect. There is never a part of a date, and of a ledger that fails there is nothing.
 */
export async function readDates(
	run: Run,
	ledgers: LedgerDates[],
	wanted: Wanted,
	toItemsOf: ToItemsOf,
): Promise<DatesRead> {
	const isLimited = Number.isFinite(wanted.limit);
	// With a limit, some of the sales may not be returned: those that are become items at the end.
	const asTheyAre: ToItems<SalesEntry, IDataObject> = (entries) => entries as IDataObject[];
	const toItems = (ledgerId: string, ledgerDate: string) => toItemsOf(ledgerId, { ledgerDate });
	const dates = ledgers.flatMap(({ ledgerId, ledgerDates }) =>
		ledgerDates.map((ledgerDate): LedgerDate => ({ ledgerId, ledgerDate })),
	);
	const failed = new Set<string>();
	const reads: DateRead[] = [];
	const readDate = async (
		ledgerId: string,
		ledgerDate: string,
		limit: number,
	): Promise<DateRead> => {
		const nothing = { ledgerId, ledgerDate, items: [], count: 0, hasMore: true };
		if (failed.has(ledgerId)) return nothing;
		const shape = isLimited ? asTheyAre : toItems(ledgerId, ledgerDate);
		try {
			const pages = salesOfDate(run, ledgerId, ledgerDate);
			const { items, count, hasMore } = complete(await pages.take({ ...wanted, limit }, shape));
			return { ledgerId, ledgerDate, items, count, hasMore };
		} catch (error) {
			failed.add(ledgerId);
			return { ...nothing, error };
		}
	};

	let state = withinLimit(reads, wanted.limit);
	for (let size = isLimited ? 1 : dates.length; reads.length < dates.length; ) {
		const { left } = state;
		const wave = dates.slice(reads.length, reads.length + size);
		const read = async ({ ledgerId, ledgerDate }: LedgerDate) =>
			await readDate(ledgerId, ledgerDate, left);
		for (const each of await mapInOrder(wave, run.limiter.maxConcurrency, read)) reads.push(each);
		state = withinLimit(reads, wanted.limit);
		if (state.left <= 0) break;
		const perDate = state.count / reads.length;
		size = Math.min(2 * size, Math.max(1, Math.ceil(state.left / perDate)));
	}
	const items = isLimited
		? state.dates.flatMap(({ ledgerId, ledgerDate, items }) =>
				toItems(ledgerId, ledgerDate)(items as SalesEntry[]),
			)
		: state.dates.flatMap((date) => date.items);
	return { ...state, items, hasMore: state.hasMore || reads.length < dates.length };
}
