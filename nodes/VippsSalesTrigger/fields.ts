import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import type { SalesEntry } from '../../vipps/api/salesEntry';
import { ledgerIdsField } from '../shared/parameters/ledger';
import { readShapeName } from '../shared/parameters/output';
import { readChoice } from '../shared/parameters/values/choice';
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
					'Every ledger that you have access to. A ledger that is added later starts at its first sale.',
			},
			{ name: 'Selected', value: 'selected', description: 'Only the ledgers that you select' },
		],
	},
	ledgerIdsField,
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		noDataExpression: true,
		default: 'now',
		description: 'Where a new ledger starts. Ledgers that are already being read are not affected.',
		options: [
			{
				name: 'Now',
				value: 'now',
				description: 'Only sales from now on',
			},
			{
				name: 'Beginning',
				value: 'beginning',
				description: 'All sales since the first one, then the new ones',
			},
		],
	},
];

/** Which sales start the workflow. */
export const triggerOnField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'triggerOn',
	type: 'options',
	noDataExpression: true,
	default: 'all',
	options: [
		{
			name: 'New Sale or Refund',
			value: 'all',
			description: 'Also other types of entries that Vipps may add later',
		},
		{ name: 'New Sale', value: 'capture', description: 'A payment by a customer' },
		{ name: 'New Refund', value: 'refund', description: 'Money given back to a customer' },
	],
};

/** @throws NodeOperationError that names the parameter */
export function readSelection(context: IPollFunctions): Selection {
	const field = { parameter: 'Trigger On', name: 'triggerOn', fallback: 'all' };
	const triggerOn = readChoice(context, field, ['all', 'capture', 'refund']);
	const output = readShapeName(context);
	return { wants: (entry) => triggerOn === 'all' || isOfType(entry, triggerOn), output };
}

/** Entry types are an open set of texts, in capitals or not. */
const isOfType = ({ entryType }: SalesEntry, type: string): boolean =>
	typeof entryType === 'string' && entryType.toLowerCase() === type;
