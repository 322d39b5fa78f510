import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { nodes } from '../rigs/engine/packageNodes.cts';
import { setUp } from '../rigs/engine/rig';
import type { FiguresDocument } from '../measure/figures/document.cts';
import { exampleText, type Example } from './example';
import { entryFields } from './fields/entry';
import type { Field } from './fields/field';
import { lineFields, rowFields } from './fields/flat';
import { otherFields, triggerFields } from './fields/others';
import { fieldTable } from './fieldTable';
import { parameterRows, parametersOf, parameterTable, type ParameterRow } from './parameters';
import { checkpointExamples } from './checkpointExamples';
import { saleExamples } from './saleExamples';
import { triggerExample } from './triggerExample';

/** Where a part of the document goes. */
export const documentOf = (part: string): FiguresDocument => ({
	path: 'docs/operations.md',
	command: `npm run docs (${part})`,
});

/** The parts of the document that follow from the nodes, by name: one for each operation, output shape and trigger. */
export async function documentParts(): Promise<Map<string, string>> {
	const examples = await allExamples();
	const exampleOf = (part: string) => {
		const example = examples.get(part);
		if (example === undefined) throw new Error(`There is no example of ${part}`);
		return ['#### Example', exampleText(example)];
	};
	const parts = new Map<string, string>();
	const add = (part: string, ...texts: string[]) =>
		parts.set(part, [...texts, ...exampleOf(part)].join('\n\n'));

	const rowsOfParts = nodes
		.flatMap(({ description }) => partsOf(description))
		.map(([part, properties]) => [part, parameterRows(properties)] as const);
	const common = commonRows(rowsOfParts.flatMap(([, rows]) => rows));
	parts.set('common', parameterTable([...common.values()]));
	for (const [part, rows] of rowsOfParts) {
		add(part, ...parametersText(rows, common), ...fieldsText(fieldsOfPart[part]));
	}
	for (const [shape, fields] of Object.entries(shapeFields)) add(shape, ...fieldsText(fields));
	return parts;
}

/** The parameters that several operations or triggers have, by identity. */
function commonRows(all: ParameterRow[]): Map<string, ParameterRow> {
	const first = new Map<string, ParameterRow>();
	const common = new Map<string, ParameterRow>();
	for (const row of all) {
		const before = first.get(row.identity);
		if (before) common.set(row.identity, before);
		else first.set(row.identity, row);
	}
	return common;
}

function parametersText(rows: ParameterRow[], common: Map<string, ParameterRow>): string[] {
	const own = rows.filter(({ identity }) => !common.has(identity));
	const others = rows.filter(({ identity }) => common.has(identity));
	const names = others.map(({ displayName }) => displayName).join(', ');
	return [
		'#### Parameters',
		...(own.length > 0 ? [parameterTable(own)] : []),
		...(others.length > 0 ? [`[Common parameters](#common-parameters): ${names}.`] : []),
	];
}

/** The fields of the items of a part, but those of a sale's output. */
const fieldsOfPart: Record<string, Field[]> = { ...otherFields, trigger: triggerFields };

/** The fields of each output of a sale. */
export const shapeFields = { entries: entryFields, rows: rowFields, lines: lineFields };

const fieldsText = (fields?: Field[]): string[] =>
	fields ? ['#### Fields', fieldTable(fields)] : [];

/** The parameters of a trigger, or of each operation of a node, by part: `sale-get-by-date`, `settlement-payout-get-many`. */
function partsOf({
	displayName,
	polling,
	properties,
}: INodeTypeDescription): Array<[part: string, properties: INodeProperties[]]> {
	const prefix = nameOfPart(displayName.replace(/^Vipps( Sales)?| Trigger$/g, ''));
	if (polling) return [[joined(prefix, 'trigger'), properties]];
	const resources = optionsOf(properties.find(({ name }) => name === 'resource'));
	return resources.flatMap((resource) =>
		properties
			.filter(({ name, displayOptions }) => {
				return name === 'operation' && displayOptions?.show?.resource?.includes(resource.value);
			})
			.flatMap(optionsOf)
			.map((operation): [string, INodeProperties[]] => [
				joined(prefix, nameOfPart(resource.name), nameOfPart(operation.name)),
				parametersOf(properties, String(resource.value), String(operation.value)),
			]),
	);
}

const optionsOf = (property?: INodeProperties) =>
	(property?.options ?? []) as INodePropertyOptions[];

const nameOfPart = (words: string): string => words.trim().toLowerCase().replaceAll(' ', '-');

const joined = (...names: string[]): string => names.filter(Boolean).join('-');

/** Every example, by part. */
export async function allExamples(): Promise<Map<string, Example>> {
	const rig = await setUp();
	try {
		const examples = new Map(await saleExamples(rig));
		const [checkpoint = {}] = examples.get('sale-get-from-feed')?.outputs[1]?.items ?? [];
		for (const [part, example] of await checkpointExamples(rig, checkpoint)) {
			examples.set(part, example);
		}
		return examples.set('trigger', await triggerExample(rig));
	} finally {
		await rig.close();
	}
}
