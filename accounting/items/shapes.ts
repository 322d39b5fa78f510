import type { IDataObject } from 'n8n-workflow';

import { toLines } from './lines';
import { dateOf, type Origin } from './origin';
import { toRow } from './rows';
import { assertExactNumbers } from '../sale/exactNumbers';
import { isRefund } from '../sale/readSale';
import { preview, shorten } from '../../vipps/outcome/preview';
import { ShapeError } from '../shapeError';
import type { SalesEntry } from '../../vipps/api/salesEntry';

/** Maps an entry to items. An entry that does not fit is returned as it was sent, with `shapeError`. */
export type Shape = (entry: SalesEntry, origin: Origin) => IDataObject[];

/** The names of the forms in which entries can be returned. */
export const shapeNames = ['entries', 'lines', 'rows'] as const;
export type ShapeName = (typeof shapeNames)[number];

export const shapes: Record<ShapeName, Shape> = {
	entries: orMarked(toEntry, asSent),
	lines: orMarked(toLines, withDate),
	rows: orMarked((entry, origin) => [toRow(entry, origin)], withDate),
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

/** The shape, or for a sale that does not fit, the sale as it was sent with the reason in words: it is neither lost nor changed. */
function orMarked(
	shape: Shape,
	unshaped: (entry: SalesEntry, origin: Origin) => IDataObject,
): Shape {
	return (entry, origin) => {
		try {
			return shape(entry, origin);
		} catch (error) {
			const { message } = asShapeError(error);
			const shapeError = `${describe(entry, origin)}: ${message}`;
			return [{ ...unshaped({ shapeError, ...entry }, origin), shapeError }];
		}
	};
}

/** @throws any other error: a mistake in the program is not one in a sale */
function asShapeError(error: unknown): ShapeError {
	if (error instanceof ShapeError) return error;
	throw error;
}

const LONGEST_TEXT = 80;

/** Names a sale for a person who looks for it. */
function describe(entry: SalesEntry, origin: Origin): string {
	const parts = [
		['', dateOf(entry, origin)],
		['reference ', entry.reference],
		['PSP reference ', entry.pspReference],
		['at ', entry.time],
	] as const;
	const known = parts.flatMap(([what, value]) => {
		if (value === undefined || value === null || value === '') return [];
		return `, ${what}${typeof value === 'string' ? shorten(value, LONGEST_TEXT) : preview(value)}`;
	});
	return `${isRefund(entry) ? 'Refund' : 'Sale'} on ledger ${origin.ledgerId}${known.join('')}`;
}
