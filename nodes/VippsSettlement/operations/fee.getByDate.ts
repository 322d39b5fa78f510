import { entriesByDate } from './entriesByDate';

/** The fees of ledgers on each date of a period. */
export const feeGetByDate = entriesByDate({
	resource: 'fee',
	option: {
		name: 'Get by Date',
		value: 'getByDate',
		action: 'Get fees by date',
		description: 'Get the fees of a day, a month or other period, one by one',
	},
	subtitle: 'Fees by Date',
	list: 'fees',
	words: { one: 'fee', many: 'fees' },
});
