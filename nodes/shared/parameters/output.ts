import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { keyedItems } from '../../../accounting/items/keyedItems';
import { shapeNames, shapes, type ShapeName } from '../../../accounting/items/shapes';
import type { SalesEntry } from '../../../vipps/api/salesEntry';
import type { ToItems } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import { readChoice } from './values/choice';
import type { ParameterContext } from './values/value';

/** In which form sales are returned. */
export const outputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'entries',
	description: 'What one item of the result is',
	options: [
		{
			name: 'Entries',
			value: 'entries',
			description:
				'One item per sale or refund, exactly as Vipps sent it, with its ledgerId; amounts are whole øre or cents',
		},
		{
			name: 'Rows',
			value: 'rows',
			description:
				'One flat item per sale or refund, for spreadsheets and AI tools; amounts in kroner or euro, negative for refunds',
		},
		{
			name: 'Lines',
			value: 'lines',
			description:
				'One flat item per order line, with its VAT rate; amounts in kroner or euro, totals negative for refunds',
		},
	],
};

/** @throws NodeOperationError if an expression gives a name that is not an output */
export const readShapeName = (context: ParameterContext, itemIndex?: number): ShapeName =>
	readChoice(
		context,
		{ parameter: 'Output', name: 'output', fallback: 'entries', itemIndex },
		shapeNames,
	);

/** Where the entries come from, and for a feed the dedupe key of each. */
interface Source {
	ledgerDate?: string | null;
	keyOf?: (entry: SalesEntry) => string;
}

/** Gives the function that maps the entries of one ledger to items. */
type ToItemsOf = (ledgerId: string, source?: Source) => ToItems<SalesEntry, IDataObject>;

/** @throws NodeOperationError as {@link readShapeName} does */
export function readOutput(context: IExecuteFunctions, itemIndex: number, run: Run): ToItemsOf {
	const name = readShapeName(context, itemIndex);
	return (ledgerId, { ledgerDate = null, keyOf } = {}) => {
		const toItems = (entry: SalesEntry) => {
			const key = keyOf?.(entry);
			return key === undefined || name === 'entries'
				? shapes[name](entry, { ledgerId, ledgerDate })
				: keyedItems(entry, key, ledgerId, name);
		};
		return (entries) => {
			const items = entries.flatMap(toItems);
			hintAtShapeError(run, items);
			return items;
		};
	};
}

/** Tells how many sales were returned as Vipps sent them. */
function hintAtShapeError({ hints }: Run, items: IDataObject[]): void {
	for (const { shapeError } of items) {
		if (typeof shapeError === 'string') hints.count('warning', shapeError, shapeErrors);
	}
}

const shapeErrors = (first: string, count: number): string =>
	count === 1
		? `A sale doesn't fit the selected Output and came out as Vipps sent it, with shapeError: ${first}`
		: `${count} sales don't fit the selected Output and came out as Vipps sent them, with shapeError: ${first}`;
