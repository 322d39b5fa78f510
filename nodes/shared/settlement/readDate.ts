import { daysAfter } from '../../../accounting/ledgerDates';
import { reportOfDate, type ReportList, type ReportOptions } from '../../../vipps/api/report';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import { readVippsAnswer } from '../../../vipps/outcome/vippsAnswer';
import { complete, type Taken, type ToItems } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import { grantedLedger } from '../ledgers/grantedLedgers';

/** A ledger date of funds or fees. */
export interface WantedDate {
	ledgerId: string;
	list: ReportList;
	/** `YYYY-MM-DD` */
	ledgerDate: string;
	/** Today's ledger date where the merchant is. */
	today: string;
	/** Whether a date of any age that Vipps does not find counts as empty. */
	mayBeMissing?: boolean;
	options?: ReportOptions;
}

/** What there is of a ledger date. */
export interface DateRead<Item> extends Taken<Item> {
	/** Whether nothing more comes on this date. */
	isFinal: boolean;
}

/** A date that Vipps does not find may be open for so many days. */
export const LONGEST_OPEN_DAYS = 92;

/**
 * Reads what there is of a ledger date, by the fewest calls. It never waits: a date may stay open for months.
 *
 * A 404 means that the date is not there yet, if these keys may read the ledger and the date is not long past.
 *
 * @param limit how many entries are wanted; pages are not cut
 * @throws NodeApiError as the API does
 */
export async function readDate<Item>(
	run: Run,
	wanted: WantedDate,
	toItems: ToItems<ReportEntry, Item>,
	limit = Infinity,
): Promise<DateRead<Item>> {
	const { ledgerId, list, ledgerDate, options } = wanted;
	const pages = reportOfDate(run, ledgerId, list, ledgerDate, options);
	const taken = await pages.take({ limit }, toItems);
	const isMissing = taken.pages === 0 && readVippsAnswer(taken.error)?.status === 404;
	if (isMissing && (wanted.mayBeMissing || isRecent(wanted))) {
		if (await grantedLedger(run, ledgerId)) {
			return { ...taken, error: undefined, hasMore: false, isFinal: !isRecent(wanted) };
		}
	}
	return { ...complete(taken), isFinal: isFinal(wanted, taken) };
}

/**
 * Vipps says so, by `tryLater`. Where it says nothing, a past date with entries is final, but an empty one may not be there yet. Source: Report
 * API guide, of which older texts know no `tryLater`.
 */
function isFinal(wanted: WantedDate, { tryLater, count }: Taken<unknown>): boolean {
	if (tryLater !== undefined) return !tryLater;
	return count > 0 ? wanted.ledgerDate < wanted.today : !isRecent(wanted);
}

const isRecent = ({ ledgerDate, today }: WantedDate): boolean =>
	ledgerDate >= daysAfter(today, -LONGEST_OPEN_DAYS);
