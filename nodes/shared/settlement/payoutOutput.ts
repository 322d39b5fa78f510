import type { INodeProperties } from 'n8n-workflow';

import { readChoice } from '../parameters/values/choice';
import type { ParameterContext } from '../parameters/values/value';

const payoutOutputs = ['rows', 'raw'] as const;
export type PayoutOutput = (typeof payoutOutputs)[number];

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

/** @throws NodeOperationError if an expression gives a name that is not an output */
export const readPayoutOutput = (context: ParameterContext, itemIndex?: number): PayoutOutput =>
	readChoice(
		context,
		{ parameter: 'Output', name: 'output', fallback: 'rows', itemIndex },
		payoutOutputs,
	);
