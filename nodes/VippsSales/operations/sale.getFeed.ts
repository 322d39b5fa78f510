import { salesFeed } from '../../../vipps/api/sales';
import type { SalesEntry } from '../../../vipps/api/salesEntry';
import { feedKeys } from '../../shared/feeds/feedKeys';
import { feedOperation } from '../../shared/feeds/feedOperation';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { outputField, readOutput } from '../../shared/parameters/output';
import { pageSizeOption } from '../../shared/parameters/pagination';

/** The sales of ledgers after a cursor each. Equal sales get the same keys as in the trigger. */
export const saleGetFeed = feedOperation<SalesEntry>({
	resource: 'sale',
	option: {
		name: 'Get From Feed',
		value: 'getFeed',
		action: 'Get sales from feed',
		description: 'Get new sales since the last execution, oldest first',
	},
	subtitle: 'Sales From Feed',
	feed: 'sales',
	words: { one: 'sale', many: 'sales' },
	output: 'Sales',
	fields: [outputField, optionsField(maxParallelOption, pageSizeOption)],
	open(context, itemIndex, run) {
		const toItemsOf = readOutput(context, itemIndex, run);
		return (ledgerId, cursor) => {
			const keys = feedKeys(context, ledgerId, cursor);
			return {
				pages: (after) => salesFeed(run, ledgerId, { after }),
				toItems: toItemsOf(ledgerId, { keys }),
				keep: keys.keep,
			};
		};
	},
});
