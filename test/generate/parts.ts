import { nodes } from '../rigs/engine/packageNodes.cts';
import type { FiguresDocument } from '../measure/figures/document.cts';
import { commonRows, parametersText } from './commonParameters';
import { allExamples } from './examples/all';
import { exampleText } from './examples/example';
import {
	accountCheckFields,
	summaryFields,
	voucherFields,
	voucherLineFields,
} from './fields/bookkeeping';
import { entryFields } from './fields/entry';
import type { Field } from './fields/field';
import { lineFields, rowFields } from './fields/flat';
import { otherFields, settlementTriggerFields, triggerFields } from './fields/others';
import {
	payoutFields,
	statementFields,
	transactionEntryFields,
	transactionRowFields,
} from './fields/settlement';
import { fieldTable } from './fieldTable';
import { partsOf } from './nodeParts';
import { parameterTable } from './parameters';

/** Where a part of the document goes. */
export const documentOf = (part: string): FiguresDocument => ({
	path: `docs/${part.startsWith('bookkeeping') ? 'bookkeeping' : 'operations'}.md`,
	command: `npm run docs (${part})`,
});

/** The parts of the document that follow from the nodes, by name: one for each operation, output shape and trigger. */
export async function documentParts(): Promise<Map<string, string>> {
	const examples = await allExamples();
	const exampleOf = (part: string): string[] => {
		const example = examples.get(part);
		return example ? ['#### Example', exampleText(example)] : [];
	};
	const ofNodes = nodes.flatMap(({ description }) => partsOf(description));
	const common = commonRows(ofNodes);
	const parts = new Map<string, string>();
	for (const [part, rows] of common) parts.set(part, parameterTable([...rows.values()]));
	for (const { part, rows } of ofNodes) {
		const example = exampleOf(part);
		if (example.length === 0) throw new Error(`There is no example of ${part}`);
		const texts = [
			...parametersText(rows, common, documentOf(part).path),
			...fieldsText(fieldsOfPart[part]),
			...example,
		];
		parts.set(part, texts.join('\n\n'));
	}
	for (const [shape, fields] of Object.entries({ ...shapeFields, ...furtherShapeFields })) {
		parts.set(shape, [...fieldsText(fields), ...exampleOf(shape)].join('\n\n'));
	}
	return parts;
}

/** The fields of each output of a sale. */
export const shapeFields = { entries: entryFields, rows: rowFields, lines: lineFields };

/** The fields of further outputs of operations; those of raw payouts stand with the others. */
const furtherShapeFields: Record<string, Field[] | undefined> = {
	'settlement-rows': transactionRowFields,
	'settlement-entries': transactionEntryFields,
	'settlement-payout-raw': undefined,
	'bookkeeping-vouchers': voucherFields,
};

/** The fields of the items of a part, but those of the outputs above. */
const fieldsOfPart: Record<string, Field[]> = {
	...otherFields,
	'settlement-payout-get-many': payoutFields,
	'settlement-statement-get-by-date': statementFields,
	'bookkeeping-voucher-prepare-sales-voucher': voucherLineFields,
	'bookkeeping-voucher-check-accounts': accountCheckFields,
	'bookkeeping-summary-get-vat-summary': summaryFields,
	trigger: triggerFields,
	'settlement-trigger': settlementTriggerFields,
};

const fieldsText = (fields?: Field[]): string[] =>
	fields ? ['#### Fields', fieldTable(fields)] : [];
