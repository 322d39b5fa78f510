import { clear } from '../../shared/checkpoints/clear';
import { get } from '../../shared/checkpoints/get';
import { save } from '../../shared/checkpoints/save';
import { createRegistry } from '../../shared/operations/registry';
import { feedChoice } from './feedChoice';
import { feeGetByDate } from './fee.getByDate';
import { feeGetFeed } from './fee.getFeed';
import { payoutGetAll } from './payout.getAll';
import { statementGetByDate } from './statement.getByDate';
import { transactionGetByDate } from './transaction.getByDate';
import { transactionGetFeed } from './transaction.getFeed';

/** All resources and operations of the node, in the order of the drop-downs. */
export const registry = createRegistry(
	[
		{ name: 'Payout', value: 'payout' },
		{ name: 'Transaction', value: 'transaction' },
		{ name: 'Fee', value: 'fee' },
		{ name: 'Statement', value: 'statement' },
		{ name: 'Checkpoint', value: 'checkpoint' },
	],
	[
		payoutGetAll,
		transactionGetByDate,
		transactionGetFeed,
		feeGetByDate,
		feeGetFeed,
		statementGetByDate,
		save(feedChoice),
		get(feedChoice),
		clear(feedChoice),
	],
);
