import { createContentHash, type ContentHash } from '../voucher/contentHash';
import type { Movement } from './movement';
import { addTo, addTotals, noTotals, type Totals } from './totals';

/** The movements of a payout that are dated in one calendar month. */
export interface MonthOfGroup {
	/** `YYYY-MM` */
	month: string;
	/** The last ledger date with a movement. */
	lastDate: string;
	totals: Totals;
	/** The types of movements that nobody knows yet. */
	unknownTypes: Set<string>;
	/** Of all its entries, if it is kept. */
	hash?: ContentHash;
}

/** Adds a movement to its month. @param months in order, so that the last one is that of the movement, or before it */
export function addToMonth(months: MonthOfGroup[], movement: Movement, keepsHash: boolean): void {
	const { ledgerDate, kind, entry } = movement;
	const month = ledgerDate.slice(0, 'YYYY-MM'.length);
	let last = months.at(-1);
	if (last?.month !== month) {
		const hash = keepsHash ? createContentHash() : undefined;
		last = { month, lastDate: ledgerDate, totals: noTotals(), unknownTypes: new Set(), hash };
		months.push(last);
	}
	last.lastDate = ledgerDate;
	addTo(last.totals, movement);
	if (kind === 'other') last.unknownTypes.add(String(entry.entryType ?? 'none'));
	if (last.hash) {
		const { entryType = null, pspReference = null, reference = null, amount = null } = entry;
		last.hash.add([entryType, pspReference, reference, ledgerDate, amount]);
	}
}

/** Adds the months that follow; the first may be the last of those before. */
export function joinMonths(months: MonthOfGroup[], further: readonly MonthOfGroup[]): void {
	for (const next of further) {
		const last = months.at(-1);
		if (last?.month !== next.month) months.push(next);
		else {
			last.lastDate = next.lastDate;
			addTotals(last.totals, next.totals);
			for (const type of next.unknownTypes) last.unknownTypes.add(type);
			if (next.hash) last.hash?.merge(next.hash);
		}
	}
}
