import type { IDataObject } from 'n8n-workflow';

import { toLines } from './lines';
import { toRow, type Origin } from './rows';
import type { SalesEntry } from '../vipps/types';

/** The item or items that an entry becomes. */
export type Shape = (entry: SalesEntry, origin: Origin) => IDataObject[];

/** How entries can come out, by the value of the parameter Output. */
export const shapes: Record<'entries' | 'lines' | 'rows', Shape> = {
	entries: (entry, origin) => [asSent(entry, origin)],
	lines: toLines,
	rows: (entry, origin) => [toRow(entry, origin)],
};

/** The shape of this name; undefined for any other value. */
export const shapeNamed = (name: unknown): Shape | undefined =>
	Object.entries(shapes).find(([known]) => known === name)?.[1];

/** The entry as it came, every unknown field included. Should Vipps ever send a field of these names, its own value stays. */
function asSent(entry: SalesEntry, { ledgerId, ledgerDate }: Origin): IDataObject {
	return ledgerDate === null ? { ledgerId, ...entry } : { ledgerId, ledgerDate, ...entry };
}
