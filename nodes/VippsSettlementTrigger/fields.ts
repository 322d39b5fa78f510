import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { readChoice } from '../shared/parameters/values/choice';
import type { LedgerSource } from '../shared/polling/source';
import { payoutOutputField, readPayoutOutput } from '../shared/settlement/payoutOutput';
import { readTransactionShape, transactionOutputField } from '../shared/settlement/transactions';
import { dateSource } from './dateSource';
import { entries } from './events/entries';
import { payoutReturned } from './events/payoutReturned';
import { payoutScheduled } from './events/payoutScheduled';
import { feedSource } from './feedSource';

/** What starts the workflow. */
export const triggerOnField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'triggerOn',
	type: 'options',
	noDataExpression: true,
	default: 'payoutScheduled',
	options: [
		{
			name: 'Date Final',
			value: 'dateFinal',
			description: "A day's transactions can't change any more. The item is its statement.",
		},
		{
			name: 'New Fee',
			value: 'fee',
			description: 'Vipps charges a fee, or deducts fees from a payout',
		},
		{
			name: 'New Payout',
			value: 'payoutScheduled',
			description: 'A payout is on its way to the bank',
		},
		{
			name: 'New Transaction',
			value: 'transaction',
			description: 'A capture, refund, payout or anything else that changes what Vipps owes you',
		},
		{
			name: 'Payout Returned',
			value: 'payoutReturned',
			description: 'The money of a payout came back to Vipps',
		},
	],
};

const forTriggers = (field: INodeProperties, ...triggerOn: string[]): INodeProperties => ({
	...field,
	displayOptions: { show: { triggerOn } },
});

/** In which form the items are returned; that of payouts has another choice. */
export const outputFields: INodeProperties[] = [
	forTriggers(payoutOutputField, 'payoutScheduled', 'payoutReturned'),
	forTriggers(transactionOutputField, 'transaction', 'fee'),
];

/** @throws NodeOperationError for an output that the trigger does not have */
type SourceOf = (context: IPollFunctions) => LedgerSource<object>;

const sources = {
	payoutScheduled: (context) => feedSource(payoutScheduled(readPayoutOutput(context))),
	payoutReturned: (context) => feedSource(payoutReturned(readPayoutOutput(context))),
	dateFinal: () => dateSource,
	transaction: (context) =>
		feedSource(entries('funds', 'transactions', readTransactionShape(context))),
	fee: (context) => feedSource(entries('fees', 'fees', readTransactionShape(context))),
} satisfies Record<string, SourceOf>;

/** @throws NodeOperationError that names the parameter */
export function readSource(context: IPollFunctions): LedgerSource<object> {
	const field = { parameter: 'Trigger On', name: 'triggerOn', fallback: 'payoutScheduled' };
	const names = Object.keys(sources) as Array<keyof typeof sources>;
	const sourceOf: SourceOf = sources[readChoice(context, field, names)];
	return sourceOf(context);
}
