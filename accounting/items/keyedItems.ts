import type { IDataObject } from 'n8n-workflow';

import type { SalesEntry } from '../../vipps/api/types';
import type { Shape } from './shapes';

/** The form in which entries come out, and whether an item of it is an order line. */
export interface ItemShape {
	shape: Shape;
	perLine: boolean;
}

/**
 * The items of a sale, each with its `ledgerId` and a `dedupeKey` that is its own: the sale's key, and for order lines the place of
 * the line in the sale. A `date` stays the first field.
 */
export function keyedItems(
	entry: SalesEntry,
	key: string,
	ledgerId: string,
	{ shape, perLine }: ItemShape,
): IDataObject[] {
	return shape(entry, { ledgerId, ledgerDate: null }).map((item, index) => {
		const dedupeKey = perLine ? `${key}#${index + 1}` : key;
		const { date } = item;
		return date === undefined
			? { ledgerId, dedupeKey, ...item }
			: { date, ledgerId, dedupeKey, ...item };
	});
}
