import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { parameterRows, parametersOf, type ParameterRow } from './parameters';

/** The part of the document for one operation of a node, or for a trigger. */
export interface NodePart {
	/** `sale-get-by-date`, `settlement-payout-get-many` */
	part: string;
	/** What the parts of its node begin with: `settlement`; empty for Vipps Sales. */
	prefix: string;
	/** Its parameters. */
	rows: ParameterRow[];
}

/** A trigger, or each operation of a node. */
export function partsOf({ displayName, polling, properties }: INodeTypeDescription): NodePart[] {
	const prefix = nameOfPart(displayName.replace(/^Vipps( Sales)?| Trigger$/g, ''));
	if (polling) {
		return [{ part: joined(prefix, 'trigger'), prefix, rows: parameterRows(properties) }];
	}
	const resources = optionsOf(properties.find(({ name }) => name === 'resource'));
	return resources.flatMap((resource) =>
		properties
			.filter(({ name, displayOptions }) => {
				return name === 'operation' && displayOptions?.show?.resource?.includes(resource.value);
			})
			.flatMap(optionsOf)
			.map((operation) => ({
				part: joined(prefix, nameOfPart(resource.name), nameOfPart(operation.name)),
				prefix,
				rows: parameterRows(
					parametersOf(properties, String(resource.value), String(operation.value)),
				),
			})),
	);
}

const optionsOf = (property?: INodeProperties) =>
	(property?.options ?? []) as INodePropertyOptions[];

const nameOfPart = (words: string): string => words.trim().toLowerCase().replaceAll(' ', '-');

const joined = (...names: string[]): string => names.filter(Boolean).join('-');
