import type { INodePropertyOptions } from 'n8n-workflow';

import { VippsSales } from '../../nodes/VippsSales/VippsSales.node';
import { VippsSalesTrigger } from '../../nodes/VippsSalesTrigger/VippsSalesTrigger.node';
import { setUp } from '../rigs/engine/rig';
import type { FiguresDocument } from '../measure/figures/document.cts';
import { exampleText, type Example } from './example';
import { entryFields } from './fields/entry';
import type { Field } from './fields/field';
import { lineFields, rowFields } from './fields/flat';
import { otherFields, triggerFields } from './fields/others';
import { fieldTable } from './fieldTable';
import { parametersOf, parameterTable } from './parameters';
import { positionExamples } from './positionExamples';
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

	for (const [part, parameters] of operationTables()) {
		add(part, '#### Parameters', parameters, ...fieldsText(otherFields[part]));
	}
	for (const [shape, fields] of Object.entries(shapeFields)) add(shape, ...fieldsText(fields));
	const { properties } = new VippsSalesTrigger().description;
	const trigger = parameterTable(properties);
	add('trigger', '#### Parameters', trigger, ...fieldsText(triggerFields));
	return parts;
}

/** The fields of each output of a sale. */
export const shapeFields = { entries: entryFields, rows: rowFields, lines: lineFields };

const fieldsText = (fields?: Field[]): string[] =>
	fields ? ['#### Fields', fieldTable(fields)] : [];

/** The parameters of every operation, by part. */
function operationTables(): Array<[part: string, table: string]> {
	const { properties } = new VippsSales().description;
	const resources: Record<string, string> = { position: 'feed-position' };
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [], displayOptions }) => {
			const resource = String(displayOptions?.show?.resource?.[0]);
			return (options as INodePropertyOptions[]).map((option): [string, string] => {
				const name = option.name.toLowerCase().replaceAll(' ', '-');
				const parameters = parametersOf(properties, resource, String(option.value));
				return [`${resources[resource] ?? resource}-${name}`, parameterTable(parameters)];
			});
		});
}

/** Every example, by part. */
export async function allExamples(): Promise<Map<string, Example>> {
	const rig = await setUp();
	try {
		const examples = new Map(await saleExamples(rig));
		const [checkpoint = {}] = examples.get('sale-get-from-feed')?.outputs[1]?.items ?? [];
		for (const [part, example] of await positionExamples(rig, checkpoint)) {
			examples.set(part, example);
		}
		return examples.set('trigger', await triggerExample(rig));
	} finally {
		await rig.close();
	}
}
