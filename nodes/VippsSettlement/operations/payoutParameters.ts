import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { payoutOutputs, type PayoutOutput } from '../../shared/settlement/payoutItem';
import { readBoolean } from '../../shared/parameters/values/boolean';
import { readChoice } from '../../shared/parameters/values/choice';

/** In which form payouts are returned. */
export const payoutOutputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'rows',
	description: 'How each payout is returned',
	options: [
		{
			name: 'Simplified',
			value: 'rows',
			description: 'One item per payout, with its sums. Amounts in kroner or euro.',
		},
		{
			name: 'Raw',
			value: 'raw',
			description: 'The same in øre or cents, with the entry of the payout as Vipps sent it',
		},
	],
};

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
	const output = { parameter: 'Output', name: 'output', fallback: 'rows', itemIndex };
	return {
		output: readChoice(context, output, payoutOutputs),
		includesTransactions: isOn(includeTransactionsOption),
		includesOpen: isOn(includeOpenOption),
	};
}
