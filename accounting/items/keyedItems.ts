import type { IDataObject } from 'n8n-workflow';

import type { SalesEntry } from '../../vipps/api/salesEntry';
import { shapes, type ShapeName } from './shapes';

/**
 * The items of a sale, each with its `ledgerId` and a `dedupeKey` of its own: the sale's key, and for order lines also the number of the
 * line in the sale. A `date` stays the first field.
 */
export function keyedItems(
	entry: SalesEntry,
	key: string,
	ledgerId: string,
	shape: ShapeName,
): IDataObject[] {
	return shapes[shape](entry, { ledgerId, ledgerDate: null }).map((item, index) => {
		const dedupeKey = shape === 'lines' ? `${key}#${index + 1}` : key;
		const { date } = item;
		return date === undefined
			? { ledgerId, dedupeKey, ...item }
			: { date, ledgerId, dedupeKey, ...item };
	});
}
