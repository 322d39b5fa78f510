import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readIdentifier } from './values/text';

/** The ledger to read: picked from those that the keys may read, or given by its ID. */
export const ledgerField: INodeProperties = {
	displayName: 'Ledger',
	name: 'ledgerId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The ledger whose sales to get',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a ledger…',
			typeOptions: { searchListMethod: 'searchLedgers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 302321',
			hint: 'The ledgerId that Ledger: Get Many gives',
		},
	],
};

/** @throws NodeOperationError when it is empty or cannot be sent */
export function readLedgerId(context: IExecuteFunctions, itemIndex: number): string {
	const options = { extractValue: true };
	const field = { parameter: 'Ledger', name: 'ledgerId', fallback: '', itemIndex, options };
	return readIdentifier(context, field);
}
