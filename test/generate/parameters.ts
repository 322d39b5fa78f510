import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { code, table } from './markdown';

const HEAD = ['Parameter', 'In the JSON', 'Default', 'What it does'];

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

/** A parameter's line in a table. */
export interface ParameterRow {
	/** What parameters of other operations have in common with it: all but when the editor shows it. */
	identity: string;
	displayName: string;
	cells: string[];
}

/** Parameters as the node describes them, those of a collection one by one; notices are none. */
export const parameterRows = (parameters: INodeProperties[]): ParameterRow[] =>
	parameters
		.filter((parameter) => parameter.type !== 'notice' && !isListAgain(parameter, parameters))
		.flatMap((parameter) => rowsOf(parameter, parameters, parameters));

/** A list of the same fields under another name, such as the accounts of another country. */
const isListAgain = (parameter: INodeProperties, parameters: INodeProperties[]): boolean =>
	parameter.type === 'fixedCollection' &&
	listsLike(parameter, parameters).findIndex(({ name }) => name === parameter.name) > 0;

const listsLike = ({ type, displayName }: INodeProperties, parameters: INodeProperties[]) =>
	parameters.filter((other) => other.type === type && other.displayName === displayName);

/** Rows as a table. */
export const parameterTable = (rows: ParameterRow[]): string =>
	table(
		HEAD,
		rows.map(({ cells }) => cells),
	);

/**
 * @param siblings what stands beside it
 * @param all the parameters of the operation
 */
function rowsOf(
	parameter: INodeProperties,
	siblings: INodeProperties[],
	all: INodeProperties[],
	parent?: INodeProperties,
): ParameterRow[] {
	const displayName = parent
		? `${parent.displayName} → ${parameter.displayName}`
		: parameter.displayName;
	const name = parent ? `${parent.name}.${parameter.name}` : parameter.name;
	const within = { ...parameter, displayName, name };
	if (parameter.type === 'collection') {
		const members = (parameter.options ?? []) as INodeProperties[];
		return members.flatMap((member) => rowsOf(member, siblings, all, within));
	}
	if (parameter.type === 'fixedCollection') {
		const lists = (parameter.options ?? []) as INodePropertyCollection[];
		return lists.flatMap(({ name: list, values }) =>
			values.flatMap((member) =>
				rowsOf(member, values, all, { ...within, name: `${name}.${list}[]` }),
			),
		);
	}
	const list = isFirstOf(siblings, parameter, parent) ? parent : undefined;
	const cells = (condition: string) => [
		displayName,
		code(name),
		defaultOf(parameter),
		meaningOf(parameter, condition, list && listMeaning(list, all)),
	];
	return [
		{
			identity: cells('').join(),
			displayName: parameter.displayName,
			cells: cells(conditionOf(parameter, [...siblings, ...all])),
		},
	];
}

/** What a list is for, and the names of lists like it. */
function listMeaning(list: INodeProperties, all: INodeProperties[]): string {
	const [first, ...others] = listsLike(list, all);
	const names = others.map(({ name }) => code(name)).join(', ');
	const also = names ? ` In other cases ${names} instead of ${code(first?.name ?? '')}.` : '';
	return `${ended(list.description ?? '')}${also}`;
}

/** What a list is for stands with the first field of one of its entries. */
const isFirstOf = (
	siblings: INodeProperties[],
	parameter: INodeProperties,
	parent?: INodeProperties,
): boolean => parent?.type === 'fixedCollection' && siblings[0] === parameter;

function defaultOf({ default: given }: INodeProperties): string {
	const isLocator = typeof given === 'object' && given !== null && 'value' in given;
	const value: unknown = isLocator ? given.value : given;
	if (value === '' || (Array.isArray(value) && value.length === 0)) return 'empty';
	return code(String(value).replace(/^=/, ''));
}

function meaningOf(parameter: INodeProperties, condition: string, list = ''): string {
	const choices = choicesOf(parameter).map(
		({ name, value, description }) =>
			`**${name}** (${code(String(value))})${description ? `: ${ended(description)}` : ''}`,
	);
	const sentences = [
		list,
		condition,
		parameter.required ? 'Required.' : '',
		ended(parameter.description ?? ''),
	];
	return [sentences.filter(Boolean).join(' '), ...choices].join('<br>');
}

/** When the editor shows it. */
function conditionOf({ displayOptions }: INodeProperties, siblings: INodeProperties[]): string {
	return Object.entries(displayOptions?.show ?? {})
		.filter(([name]) => name !== 'resource' && name !== 'operation')
		.map(([path, values = []]) => {
			const name = path.replace(/^\//, '');
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
