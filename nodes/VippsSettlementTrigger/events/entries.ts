import type { TransactionShape } from '../../../accounting/settlement/transaction';
import { transactionKey } from '../../../accounting/settlement/transactionKey';
import { daysAfter } from '../../../accounting/ledgerDates';
import type { ReportList } from '../../../vipps/api/report';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import { ledgerReader } from '../../shared/settlement/ledgerReader';
import { readDate } from '../../shared/settlement/readDate';
import { toTransactions } from '../../shared/settlement/transactions';
import type { FeedEvent } from './event';

/** Enough to build a workflow with. */
const MOST_DATES = 7;
const MOST_ENTRIES = 10;

/** Any entry on one of the lists of a ledger. */
export function entries(list: ReportList, items: string, shape: TransactionShape): FeedEvent {
	const toItems: FeedEvent['toItems'] = async (run, ledgerId, found) => {
		const options = { ledgerId, list, shape, hasCustomerData: false, isFeed: true };
		if (shape === 'rows') return toTransactions(run.hints, options)(found);
		const itemsOf = toTransactions(run.hints, options);
		return found.flatMap((entry) =>
			itemsOf([entry]).map(({ ledgerId: id, ...item }) => {
				return { ledgerId: id, dedupeKey: transactionKey(ledgerId, list, entry), ...item };
			}),
		);
	};
	return {
		items,
		list,
		mostAtOnce: Infinity,
		isEvent: () => true,
		toItems,
		async latest(run, ledgerId) {
			const reader = ledgerReader(run, { ledgerId }, list, async (wanted) => {
				const read = await readDate(run, wanted, (found: ReportEntry[]) => found);
				return read.items;
			});
			const { reads } = await reader.back(
				daysAfter(reader.today, 1),
				(all) => all.length >= MOST_DATES || (all.at(-1)?.length ?? 0) > 0,
			);
			return await toItems(run, ledgerId, reads.flat().slice(-MOST_ENTRIES));
		},
	};
}
