import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readChoice } from '../../shared/parameters/values/choice';

/** What to do with a date that is not final. */
export const ifNotFinalField: INodeProperties = {
	displayName: 'If Not Final',
	name: 'ifNotFinal',
	type: 'options',
	default: 'return',
	description:
		'What to do with a date that can still change. Vipps closes a date when it pays it out: with monthly payouts, at the end of the month.',
	options: [
		{
			name: 'Return',
			value: 'return',
			description: 'Return what there is; isFinal is false',
		},
		{ name: 'Skip', value: 'skip', description: 'Return nothing of the date' },
		{
			name: 'Stop With an Error',
			value: 'error',
			description: 'Let the node fail for the ledger',
		},
	],
};

const choices = ['return', 'skip', 'error'] as const;

/** @throws NodeOperationError if an expression gives another choice */
export const readIfNotFinal = (
	context: IExecuteFunctions,
	itemIndex: number,
): (typeof choices)[number] =>
	readChoice(
		context,
		{ parameter: 'If Not Final', name: 'ifNotFinal', fallback: 'return', itemIndex },
		choices,
	);
