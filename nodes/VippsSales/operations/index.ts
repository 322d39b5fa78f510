import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ledgerGetAll } from './ledger.getAll';
import type { Operation } from './operation';
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

/** The operation that the node is set to; the editor sets both parameters for all items alike. */
export function selectedOperation(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const value = context.getNodeParameter('operation', 0);
	const selected = operations.find(
		(operation) => operation.resource === resource && operation.option.value === value,
	);
	if (selected === undefined) throw new RangeError(`There is no operation ${value} of ${resource}`);
	return selected;
}
