import { daysAfter, todayIn } from '../../../accounting/ledgerDates';
import { timeZoneOf } from '../../../accounting/currency';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import type { ReportList } from '../../../vipps/api/report';
import type { Run } from '../../../vipps/run';
import type { WantedLedger } from '../parameters/ledgers';
import { LONGEST_OPEN_DAYS, type WantedDate } from './readDate';

/** Reads the dates of one list of a ledger. */
export interface LedgerReader<Read> {
	/** Today's ledger date where the merchant is. */
	today: string;
	/** Reads these dates, several at the same time. */
	dates(ledgerDates: string[]): Promise<Read[]>;
	/**
	 * Reads back from a date, one date after the other, so that no date is read in vain.
	 *
	 * @param isEnough asked before the first date, and behind each one with all that was read, latest first
	 * @returns in the order of the dates, and whether it was enough before 92 dates were read
	 */
	back(
		from: string,
		isEnough: (reads: Read[]) => boolean,
	): Promise<{ reads: Read[]; isComplete: boolean }>;
}

/** A reader for a ledger, by a function that reads one date. */
export function ledgerReader<Read>(
	run: Run,
	{ ledgerId, timeZone = timeZoneOf(undefined) }: WantedLedger,
	list: ReportList,
	read: (wanted: WantedDate) => Promise<Read>,
): LedgerReader<Read> {
	const today = todayIn(timeZone);
	const of = (ledgerDate: string): WantedDate => ({ ledgerId, list, ledgerDate, today });
	return {
		today,
		dates: async (ledgerDates) =>
			await mapInOrder(
				ledgerDates,
				run.limiter.maxConcurrency,
				async (ledgerDate) => await read(of(ledgerDate)),
			),
		async back(from, isEnough) {
			const reads: Read[] = [];
			for (let days = 1; !isEnough(reads); days++) {
				if (days > LONGEST_OPEN_DAYS) return { reads: reads.reverse(), isComplete: false };
				const ledgerDate = daysAfter(from, -days);
				// The ledger may not have existed then.
				reads.push(await read({ ...of(ledgerDate), mayBeMissing: true }));
			}
			return { reads: reads.reverse(), isComplete: true };
		},
	};
}
