import type { IDataObject } from 'n8n-workflow';

import { toLines } from './lines';
import { nameEntry, orMarked } from '../markedShape';
import { dateOf, type Origin } from './origin';
import { toRow } from './rows';
import { assertExactNumbers } from '../exactNumbers';
import { isRefund } from '../sale/readSale';
import type { SalesEntry } from '../../vipps/api/salesEntry';

/** Maps an entry to items. An entry that does not fit is returned as it was sent, with `shapeError`. */
export type Shape = (entry: SalesEntry, origin: Origin) => IDataObject[];

/** The names of the forms in which entries can be returned. */
export const shapeNames = ['entries', 'lines', 'rows'] as const;
export type ShapeName = (typeof shapeNames)[number];

/** Names a sale for a person who looks for it. */
const describe = (entry: SalesEntry, origin: Origin): string =>
	nameEntry(`${isRefund(entry) ? 'Refund' : 'Sale'} on ledger ${origin.ledgerId}`, [
		['', dateOf(entry, origin)],
		['reference ', entry.reference],
		['PSP reference ', entry.pspReference],
		['at ', entry.time],
	]);

export const shapes: Record<ShapeName, Shape> = {
	entries: orMarked(toEntry, asSent, describe),
	lines: orMarked(toLines, withDate, describe),
	rows: orMarked((entry, origin) => [toRow(entry, origin)], withDate, describe),
};

/** @throws ShapeError if a number in the entry is not exact */
function toEntry(entry: SalesEntry, origin: Origin): IDataObject[] {
	assertExactNumbers(entry);
	return [asSent(entry, origin)];
}

/** The entry as it was sent, unknown fields included. If Vipps ever sends a field of these names, its own value stays. */
function asSent(entry: SalesEntry, { ledgerId, ledgerDate }: Origin): IDataObject {
	return ledgerDate === null ? { ledgerId, ...entry } : { ledgerId, ledgerDate, ...entry };
}

/** The same, with the first fields of a row. */
function withDate(entry: SalesEntry, origin: Origin): IDataObject {
	const { ledgerId, ledgerDate } = origin;
	return { date: dateOf(entry, origin), ledgerId, ledgerDate, ...entry };
}
