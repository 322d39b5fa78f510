import type { IDataObject } from 'n8n-workflow';

import type { SalesEntry } from '../../vipps/api/salesEntry';
import { dateOfTime } from '../saleDate';

/** Where an entry was read: neither field is on the entry itself. `ledgerDate` is null unless the entry was asked for by date. */
export interface Origin {
	ledgerId: string;
	ledgerDate: string | null;
}

/** The day to book a sale on: its ledger date where it was asked for by date, else the day of its time where the merchant is. */
export const dateOf = ({ time, currency }: SalesEntry, { ledgerDate }: Origin): string | null =>
	ledgerDate ?? dateOfTime(time, currency);

/**
 * What tells one sale from another; the first fields of every row and line. Always a new object: to have the other fields
 * assigned takes a twentieth of the time of a spread.
 */
export function identify(entry: SalesEntry, origin: Origin): IDataObject {
	const { ledgerId, ledgerDate } = origin;
	return {
		date: dateOf(entry, origin),
		ledgerId,
		ledgerDate,
		time: entry.time ?? null,
		entryType: entry.entryType ?? null,
		reference: entry.reference ?? null,
		pspReference: entry.pspReference ?? null,
		currency: entry.currency ?? null,
	};
}
