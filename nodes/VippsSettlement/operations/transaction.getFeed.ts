import { entriesFromFeed } from './entriesFromFeed';

/** The transactions of ledgers after a cursor each, as they came. */
export const transactionGetFeed = entriesFromFeed({
	resource: 'transaction',
	option: {
		name: 'Get From Feed',
		value: 'getFeed',
		action: 'Get transactions from feed',
		description: 'Get new transactions since the last execution, oldest first',
	},
	subtitle: 'Transactions From Feed',
	list: 'funds',
	words: { one: 'transaction', many: 'transactions' },
});
