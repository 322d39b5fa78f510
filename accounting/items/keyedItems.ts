import type { IDataObject } from 'n8n-workflow';

import type { SalesEntry } from '../../vipps/api/salesEntry';
import { shapes, type ShapeName } from './shapes';

/**
 * The items of a sale, each with a `dedupeKey` of its own: the sale's key, and for order lines also the number of the line in the sale. It is
 * the last field of a row or line, and stands before what Vipps sent.
 */
export function keyedItems(
	entry: SalesEntry,
	key: string,
	ledgerId: string,
	shape: ShapeName,
): IDataObject[] {
	return shapes[shape](entry, { ledgerId, ledgerDate: null }).map((item, index) => {
		if (shape === 'entries') return { ledgerId, dedupeKey: key, ...item };
		return Object.assign(item, { dedupeKey: shape === 'lines' ? `${key}#${index + 1}` : key });
	});
}
