import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ShapePage } from '../../../vipps/paging/take';
import { keyedItems } from '../../../accounting/items/keyedItems';
import { shapeNamed } from '../../../accounting/items/shapes';
import type { SalesEntry } from '../../../vipps/api/types';
import type { Run } from '../../../vipps/run';
import { refusal } from './values/invalidParameter';

/** How sales come out. */
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

/** Where the entries come from, and, for a feed, what gives each its key, in rows and lines. */
interface Source {
	ledgerDate?: string | null;
	keyOf?: (entry: SalesEntry) => string;
}

/** What turns the entries of one ledger into the items that were asked for. */
type ShapeOf = (ledgerId: string, source?: Source) => ShapePage<SalesEntry, IDataObject>;

/** @throws NodeOperationError when an expression gives a name that is no output */
export function readOutput(context: IExecuteFunctions, itemIndex: number, run: Run): ShapeOf {
	const given = context.getNodeParameter('output', itemIndex, 'entries') as unknown;
	const shape = shapeNamed(given);
	if (shape === undefined) {
		const wanted = 'entries, lines or rows';
		throw refusal(context, { parameter: 'Output', given, wanted, itemIndex });
	}
	const perLine = given === 'lines';
	return (ledgerId, { ledgerDate = null, keyOf } = {}) => {
		const toItems = (entry: SalesEntry) => {
			const key = keyOf?.(entry);
			return key === undefined || given === 'entries'
				? shape(entry, { ledgerId, ledgerDate })
				: keyedItems(entry, key, ledgerId, { shape, perLine });
		};
		return (entries) => {
			const items = entries.flatMap(toItems);
			hintAtShapeError(run, items);
			return items;
		};
	};
}

/** Tells how many sales came out as they were sent. */
function hintAtShapeError({ hints }: Run, items: IDataObject[]): void {
	for (const { shapeError } of items) {
		if (typeof shapeError === 'string') hints.count('warning', shapeError, wordShapeErrors);
	}
}

const wordShapeErrors = (first: string, count: number): string =>
	count === 1
		? `A sale doesn't fit the selected Output and came out as Vipps sent it, with shapeError: ${first}`
		: `${count} sales don't fit the selected Output and came out as Vipps sent them, with shapeError: ${first}`;
