import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	NodePropertyTypes,
} from 'n8n-workflow';

import { code, table } from './markdown';

const HEAD = ['Parameter', 'In the JSON', 'Type', 'Default', 'What it does'];

const typeNames: Partial<Record<NodePropertyTypes, string>> = {
	boolean: 'true or false',
	dateTime: 'date',
	multiOptions: 'any of a list',
	number: 'whole number',
	options: 'one of a list',
	string: 'text',
};

/** The parameters of one operation of a node, without those that choose it. */
export const parametersOf = (
	properties: INodeProperties[],
	resource: string,
	operation: string,
): INodeProperties[] =>
	properties.filter(({ displayOptions }) => {
		const { resource: resources, operation: values } = displayOptions?.show ?? {};
		return resources?.includes(resource) && values?.includes(operation);
	});

/** Parameters as the node describes them, those of a collection one by one; notices are none. */
export const parameterTable = (parameters: INodeProperties[]): string =>
	table(
		HEAD,
		parameters
			.filter(({ type }) => type !== 'notice')
			.flatMap((parameter) => rowsOf(parameter, parameters)),
	);

function rowsOf(
	parameter: INodeProperties,
	siblings: INodeProperties[],
	parent?: INodeProperties,
): string[][] {
	const displayName = parent
		? `${parent.displayName} → ${parameter.displayName}`
		: parameter.displayName;
	const name = parent ? `${parent.name}.${parameter.name}` : parameter.name;
	const within = { ...parameter, displayName, name };
	if (parameter.type === 'collection') {
		const members = (parameter.options ?? []) as INodeProperties[];
		return members.flatMap((member) => rowsOf(member, siblings, within));
	}
	if (parameter.type === 'fixedCollection') {
		const lists = (parameter.options ?? []) as INodePropertyCollection[];
		return lists.flatMap(({ name: list, values }) =>
			values.flatMap((member) => rowsOf(member, values, { ...within, name: `${name}.${list}[]` })),
		);
	}
	return [
		[
			displayName,
			code(name),
			typeOf(parameter),
			defaultOf(parameter),
			meaningOf(parameter, siblings, parent),
		],
	];
}

function typeOf({ type, typeOptions, modes, required }: INodeProperties): string {
	const { minValue, maxValue } = typeOptions ?? {};
	const bounds = maxValue === undefined ? `, ${minValue} or more` : `, ${minValue} to ${maxValue}`;
	const name = modes
		? modes.map(({ displayName }) => displayName).join(', or ')
		: `${typeNames[type] ?? type}${minValue === undefined ? '' : bounds}`;
	return required ? `${name}; required` : name;
}

function defaultOf({ default: given }: INodeProperties): string {
	const isLocator = typeof given === 'object' && given !== null && 'value' in given;
	const value: unknown = isLocator ? given.value : given;
	if (value === '' || (Array.isArray(value) && value.length === 0)) return 'empty';
	return code(String(value).replace(/^=/, ''));
}

function meaningOf(
	parameter: INodeProperties,
	siblings: INodeProperties[],
	parent?: INodeProperties,
): string {
	const choices = choicesOf(parameter).map(
		({ name, value, description }) =>
			`**${name}** (${code(String(value))})${description ? `: ${ended(description)}` : ''}`,
	);
	// What the list is for stands with the first field of one of its entries.
	const isFirst = parent?.type === 'fixedCollection' && siblings[0] === parameter;
	const sentences = [
		isFirst ? ended(parent.description ?? '') : '',
		conditionOf(parameter, siblings),
		ended(parameter.description ?? ''),
	];
	return [sentences.filter(Boolean).join(' '), ...choices].join('<br>');
}

/** When the editor shows it. */
function conditionOf({ displayOptions }: INodeProperties, siblings: INodeProperties[]): string {
	return Object.entries(displayOptions?.show ?? {})
		.filter(([name]) => name !== 'resource' && name !== 'operation')
		.map(([name, values = []]) => {
			const sibling = siblings.find((parameter) => parameter.name === name);
			const shown = values.map((value) => nameOf(value, sibling)).join(' or ');
			return `Shown while **${sibling?.displayName ?? name}** is ${shown}.`;
		})
		.join(' ');
}

function nameOf(value: unknown, parameter?: INodeProperties): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	const choice = parameter && choicesOf(parameter).find((option) => option.value === value);
	return choice?.name ?? String(value);
}

const choicesOf = ({ type, options = [] }: INodeProperties) =>
	(type === 'options' || type === 'multiOptions' ? options : []) as INodePropertyOptions[];

const ended = (text: string) => (text === '' || text.endsWith('.') ? text : `${text}.`);
