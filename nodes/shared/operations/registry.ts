import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { readChoice } from '../parameters/values/choice';
import type { Operation } from './operation';

/** A resource of a node: its entry in the Resource drop-down. */
export type Resource = INodePropertyOptions & { value: string };

/** What a node's resources and operations give its description and its execution. */
export interface Registry {
	/** The Resource and Operation parameters, then the parameters of all operations. */
	properties: INodeProperties[];
	/** Whether the keys of a sales unit are refused before any call, since they open nothing that the node reads. */
	needsAccountingKeys: boolean;
	/** The subtitle of the selected operation, as an expression for n8n. */
	subtitle: `={{${string}}}`;
	/** The outputs of the selected operation, as an expression for n8n. */
	outputs: `={{${string}}}`;
	/**
	 * The operation that the node is set to. The editor sets it for all items alike.
	 *
	 * @throws NodeOperationError if there is none, which is possible in a workflow that was not made by the editor
	 */
	selected(context: IExecuteFunctions): Operation;
}

/**
 * Derives everything that n8n needs of a node's operations.
 *
 * @param resources in the order of the drop-down; the first is the default
 * @param operations in the order of their resource's drop-down; the first is the default
 * @param needs what all operations need
 */
export function createRegistry(
	resources: Resource[],
	operations: Operation[],
	{ needsAccountingKeys = false }: Partial<Pick<Registry, 'needsAccountingKeys'>> = {},
): Registry {
	const ofResource = (value: string) => operations.filter(({ resource }) => resource === value);
	return {
		properties: [
			resourceField(resources),
			...resources.map(({ value }) => operationField(value, ofResource(value))),
			...operations.flatMap(fieldsOf),
		],
		needsAccountingKeys,
		subtitle: subtitleOf(operations),
		outputs: outputsOf(operations),
		selected(context) {
			const values = resources.map(({ value }) => value);
			const resource = readChoice(context, selection('Resource', 'resource'), values);
			const names = ofResource(resource).map(({ option }) => option.value);
			const name = readChoice(context, selection('Operation', 'operation'), names);
			return ofResource(resource).find(({ option }) => option.value === name) as Operation;
		},
	};
}

const selection = (parameter: string, name: string) => ({ parameter, name, itemIndex: 0 });

const resourceField = (resources: Resource[]): INodeProperties => ({
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: resources,
	default: firstOf(resources),
});

const operationField = (resource: string, operations: Operation[]): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options: operations.map(({ option }) => option),
	default: firstOf(operations.map(({ option }) => option)),
});

const firstOf = ([first]: Array<{ value: string }>): string => first?.value ?? '';

const fieldsOf = ({ resource, option, fields }: Operation): INodeProperties[] =>
	fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: [option.value], ...field.displayOptions?.show },
		},
	}));

const subtitleOf = (operations: Operation[]): Registry['subtitle'] =>
	`={{ ${operations.map((each) => caseOf(each, each.subtitle)).join('')}"" }}`;

const outputsOf = (operations: Operation[]): Registry['outputs'] =>
	`={{ ${operations.map(outputsCaseOf).join('')}["main"] }}`;

function outputsCaseOf(operation: Operation): string {
	const { outputs } = operation;
	if (outputs === undefined) return '';
	const named = outputs.map((displayName) => ({ type: 'main', displayName }));
	return caseOf(operation, named);
}

/** A part of an expression: the value if this operation is selected, else what follows. */
const caseOf = ({ resource, option }: Operation, value: unknown): string =>
	`$parameter["resource"] === "${resource}" && $parameter["operation"] === "${option.value}" ? ${JSON.stringify(value)} : `;
