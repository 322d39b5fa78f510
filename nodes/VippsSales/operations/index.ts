import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { readOneOf } from '../../shared/parameters/values/choice';
import { ledgerGetAll } from './ledger.getAll';
import type { Operation } from '../../shared/operations/operation';
import { positionClear } from './position.clear';
import { positionGet } from './position.get';
import { positionSave } from './position.save';
import { saleGetByDate } from './sale.getByDate';
import { saleGetByPspReference } from './sale.getByPspReference';
import { saleGetByReference } from './sale.getByReference';
import { saleGetFeed } from './sale.getFeed';

/** Every operation of the node, in the order of the drop-downs: what is wanted most comes first. */
export const operations: Operation[] = [
	saleGetByDate,
	saleGetFeed,
	saleGetByReference,
	saleGetByPspReference,
	ledgerGetAll,
	positionSave,
	positionGet,
	positionClear,
];

/** The entries of a resource's Operation drop-down. */
export const operationOptions = (resource: Operation['resource']): INodePropertyOptions[] =>
	operations
		.filter((operation) => operation.resource === resource)
		.map((operation) => operation.option);

/** The parameters of all operations, each shown for its own operation alone. */
export const operationFields = (): INodeProperties[] =>
	operations.flatMap(({ resource, option, fields }) =>
		fields.map((field) => ({
			...field,
			displayOptions: {
				...field.displayOptions,
				show: { resource: [resource], operation: [option.value], ...field.displayOptions?.show },
			},
		})),
	);

/**
 * The operation that the node is set to; the editor sets both parameters for all items alike.
 *
 * @throws NodeOperationError where there is none, as a workflow written by hand may have it
 */
export function selectedOperation(context: IExecuteFunctions): Operation {
	const field = (parameter: string, name: string) => ({ parameter, name, itemIndex: 0 });
	const resources = [...new Set(operations.map(({ resource }) => resource))];
	const resource = readOneOf(context, field('Resource', 'resource'), resources);
	const ofResource = operations.filter((operation) => operation.resource === resource);
	const names = ofResource.map(({ option }) => option.value);
	const name = readOneOf(context, field('Operation', 'operation'), names);
	return ofResource.find(({ option }) => option.value === name) as Operation;
}
