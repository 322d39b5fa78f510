import { entriesFromFeed } from './entriesFromFeed';

/** The fees of ledgers after a cursor each, as they came. */
export const feeGetFeed = entriesFromFeed({
	resource: 'fee',
	option: {
		name: 'Get From Feed',
		value: 'getFeed',
		action: 'Get fees from feed',
		description: 'Get new fees since the last execution, oldest first',
	},
	subtitle: 'Fees From Feed',
	list: 'fees',
	words: { one: 'fee', many: 'fees' },
});
