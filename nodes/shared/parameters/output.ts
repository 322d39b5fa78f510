import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { DedupeKeys } from '../../../accounting/items/dedupeKey';
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
	default: 'rows',
	description: 'How each sale is returned',
	options: [
		{
			name: 'Simplified',
			value: 'rows',
			description:
				'One flat item per sale or refund. Amounts in kroner or euro, refunds are negative.',
		},
		{
			name: 'Raw',
			value: 'entries',
			description: 'One item per sale or refund, as Vipps sent it. Amounts in øre or cents.',
		},
		{
			name: 'Order Lines',
			value: 'lines',
			description:
				'One item per order line, with its VAT rate. Amounts in kroner or euro, totals of refunds are negative.',
		},
	],
};

/** @throws NodeOperationError if an expression gives a name that is not an output */
export const readShapeName = (context: ParameterContext, itemIndex?: number): ShapeName =>
	readChoice(
		context,
		{ parameter: 'Output', name: 'output', fallback: 'rows', itemIndex },
		shapeNames,
	);

/** Where the entries come from, and for a feed their dedupe keys. */
interface Source {
	ledgerDate?: string | null;
	keys?: Pick<DedupeKeys, 'next' | 'skip'>;
}

/** Gives the function that maps the entries of one ledger to items. */
export type ToItemsOf = (ledgerId: string, source?: Source) => ToItems<SalesEntry, IDataObject>;

/** @throws NodeOperationError as {@link readShapeName} does */
export function readOutput(context: IExecuteFunctions, itemIndex: number, run: Run): ToItemsOf {
	const name = readShapeName(context, itemIndex);
	return (ledgerId, { ledgerDate = null, keys } = {}) => {
		const origin = { ledgerId, ledgerDate };
		const toItems = (entry: SalesEntry) => {
			if (keys && name !== 'entries') return keyedItems(entry, keys.next(entry), ledgerId, name);
			keys?.skip(entry);
			return shapes[name](entry, origin);
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
