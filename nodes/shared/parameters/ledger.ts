import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isSegment } from '../../../vipps/http/path';
import { invalidParameter } from './values/invalidParameter';
import { readIdentifier, toText } from './values/text';
import { readList, readValue, type Parameter, type ParameterContext } from './values/value';

/** The ledger to read: picked from those that the keys may read, or given by its ID. */
export const ledgerField: INodeProperties = {
	displayName: 'Ledger',
	name: 'ledgerId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		"The merchant's account at Vipps MobilePay. Not the general ledger in your accounting system.",
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

/** @throws NodeOperationError if it is empty or cannot be sent */
export function readLedgerId(context: IExecuteFunctions, itemIndex: number): string {
	const options = { extractValue: true };
	const field = { parameter: 'Ledger', name: 'ledgerId', fallback: '', itemIndex, options };
	return readIdentifier(context, field);
}

const ledgerIdsParameter: Parameter = {
	parameter: 'Ledger Names or IDs',
	name: 'ledgerIds',
	fallback: [],
};

/** Several ledgers, for `ledgers` set to Selected. */
export const ledgerIdsField: INodeProperties = {
	displayName: ledgerIdsParameter.parameter,
	name: ledgerIdsParameter.name,
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getLedgers' },
	default: [],
	required: true,
	displayOptions: { show: { ledgers: ['selected'] } },
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** Each ID once. @throws NodeOperationError if there is none, or one cannot be sent */
export function readLedgerIds(context: ParameterContext, itemIndex?: number): string[] {
	const field = { ...ledgerIdsParameter, itemIndex };
	const texts = readList(context, field).map((given) => toText(context, { ...field, given }));
	const ids = [...new Set(texts.filter((id) => id !== ''))];
	const refuse = (wanted: string) =>
		invalidParameter(context, { ...field, given: readValue(context, field), wanted });
	if (ids.length === 0) throw refuse('at least one ledger');
	if (!ids.every(isSegment)) throw refuse('IDs that fit into a web address');
	return ids;
}
