import type { SalesEntry } from '../../vipps/api/salesEntry';
import { dateOfTime } from '../saleDate';

/** Where an entry was read: neither field is on the entry itself. `ledgerDate` is null unless the entry was asked for by date. */
export interface Origin {
	ledgerId: string;
	ledgerDate: string | null;
}

/** The day to book a sale on: its ledger date if it was read by date, else the day of its time in the merchant's time zone. */
export const dateOf = ({ time, currency }: SalesEntry, { ledgerDate }: Origin): string | null =>
	ledgerDate ?? dateOfTime(time, currency);
