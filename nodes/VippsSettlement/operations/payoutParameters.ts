import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readBoolean } from '../../shared/parameters/values/boolean';
import { readPayoutOutput, type PayoutOutput } from '../../shared/settlement/payoutOutput';

/** Entries of the operation's Options. */
export const includeTransactionsOption: INodeProperties = {
	displayName: 'Include Transactions',
	name: 'includeTransactions',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the transactions of each payout, and each fee that was deducted from it',
};

export const includeOpenOption: INodeProperties = {
	displayName: 'Include Open',
	name: 'includeOpen',
	type: 'boolean',
	default: false,
	description: 'Whether to add an item for what is not paid out yet, with the status open',
};

/** @throws NodeOperationError if one of them is of another kind */
export function readPayoutParameters(
	context: IExecuteFunctions,
	itemIndex: number,
): { output: PayoutOutput; includesTransactions: boolean; includesOpen: boolean } {
	const isOn = ({ displayName: parameter, name }: INodeProperties) =>
		readBoolean(context, { parameter, name: `options.${name}`, fallback: false, itemIndex });
	return {
		output: readPayoutOutput(context, itemIndex),
		includesTransactions: isOn(includeTransactionsOption),
		includesOpen: isOn(includeOpenOption),
	};
}
