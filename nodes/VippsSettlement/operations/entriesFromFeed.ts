import { reportFeed, type ReportList } from '../../../vipps/api/report';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import type { EntryWords } from '../../shared/checkpoints/feed';
import { feedOperation } from '../../shared/feeds/feedOperation';
import type { Operation } from '../../shared/operations/operation';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { refusalOf } from '../../shared/settlement/access';
import {
	customerDataNotice,
	customerDataOption,
	readReportOptions,
	readTransactionShape,
	toTransactions,
	transactionOutputField,
} from '../../shared/settlement/transactions';

/** What is different between transactions and fees. */
export interface EntriesOperation extends Pick<Operation, 'resource' | 'option' | 'subtitle'> {
	list: ReportList;
	words: EntryWords;
}

/** An operation that reads the feed of one of the lists of ledgers. */
export const entriesFromFeed = ({ list, words, ...shown }: EntriesOperation): Operation =>
	feedOperation<ReportEntry>({
		...shown,
		feed: list,
		words,
		output: words.many.charAt(0).toUpperCase() + words.many.slice(1),
		fields: [
			transactionOutputField,
			optionsField(customerDataOption, maxParallelOption),
			customerDataNotice,
		],
		open(context, itemIndex, run) {
			const shape = readTransactionShape(context, itemIndex);
			const options = readReportOptions(context, itemIndex);
			const hasCustomerData = options.includeCustomerData;
			return (ledgerId) => ({
				pages: (after) => reportFeed(run, ledgerId, list, { after, options }),
				refusal: async () => await refusalOf(run, ledgerId),
				toItems: toTransactions(run.hints, {
					...{ ledgerId, list, shape, hasCustomerData },
					isFeed: true,
				}),
			});
		},
	});
