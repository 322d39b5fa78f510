import { entriesByDate } from './entriesByDate';

/** The transactions of ledgers on each date of a period. */
export const transactionGetByDate = entriesByDate({
	resource: 'transaction',
	option: {
		name: 'Get by Date',
		value: 'getByDate',
		action: 'Get transactions by date',
		description:
			'Get captures, refunds, fees deducted and payouts of a day, a month or other period',
	},
	subtitle: 'Transactions by Date',
	list: 'funds',
	words: { one: 'transaction', many: 'transactions' },
});
