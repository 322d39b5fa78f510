import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import type { SalesEntry } from '../../vipps/api/salesEntry';
import { ledgerIdsField } from '../shared/parameters/ledger';
import { readShapeName } from '../shared/parameters/output';
import { invalidParameter } from '../shared/parameters/values/invalidParameter';
import { readList, readValue, type Parameter } from '../shared/parameters/values/value';
import type { Selection } from './takePage';

/** Which ledgers, and from which sale on. */
export const ledgerFields: INodeProperties[] = [
	{
		displayName: 'Ledgers',
		name: 'ledgers',
		type: 'options',
		noDataExpression: true,
		default: 'all',
		description: 'The ledgers whose sales start the workflow',
		options: [
			{
				name: 'All',
				value: 'all',
				description:
					'Every ledger that merchants have granted access to. One that is granted later comes with all its sales, from the first one.',
			},
			{ name: 'Selected', value: 'selected', description: 'Only the ledgers that you choose' },
		],
	},
	ledgerIdsField,
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		noDataExpression: true,
		default: 'now',
		description:
			'Where a ledger begins when you choose it. Changing this later does not touch ledgers that are being read already.',
		options: [
			{
				name: 'Now',
				value: 'now',
				description: 'Only what is sold from then on',
			},
			{
				name: 'Beginning',
				value: 'beginning',
				description: 'All sales since the first one in the API, then the new ones',
			},
		],
	},
];

const entryTypesParameter: Parameter = {
	parameter: 'Entry Types',
	name: 'entryTypes',
	fallback: [],
};

/** Which sales. */
export const entryTypesField: INodeProperties = {
	displayName: entryTypesParameter.parameter,
	name: entryTypesParameter.name,
	type: 'multiOptions',
	default: [],
	description: 'Only sales of these types. Left empty: all, also types that Vipps adds later.',
	options: [
		{ name: 'Capture', value: 'capture', description: 'A payment by a customer' },
		{ name: 'Refund', value: 'refund', description: 'Money given back to a customer' },
	],
};

/** @throws NodeOperationError that names the parameter */
export function readSelection(context: IPollFunctions): Selection {
	const entryTypes = readEntryTypes(context);
	const output = readShapeName(context);
	return { wants: (entry) => isOneOf(entryTypes, entry), output };
}

/** In lower case; none if all are wanted. Vipps may add types, so any text may be one. */
function readEntryTypes(context: IPollFunctions): string[] {
	const types = readList(context, entryTypesParameter);
	if (types.every((type) => typeof type === 'string')) {
		return types.map((type) => type.trim().toLowerCase()).filter((type) => type !== '');
	}
	const given = readValue(context, entryTypesParameter);
	const wanted = 'texts such as capture';
	throw invalidParameter(context, { ...entryTypesParameter, given, wanted });
}

const isOneOf = (entryTypes: string[], { entryType }: SalesEntry): boolean =>
	entryTypes.length === 0 ||
	(typeof entryType === 'string' && entryTypes.includes(entryType.toLowerCase()));
