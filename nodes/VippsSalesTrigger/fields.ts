import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import type { SalesEntry } from '../../vipps/api/salesEntry';
import { readShapeName } from '../shared/parameters/output';
import { readChoice } from '../shared/parameters/values/choice';
import type { Selection } from './takePage';

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
