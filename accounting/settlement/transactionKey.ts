import type { ReportEntry } from '../../vipps/api/reportEntry';
import { join } from '../items/dedupeKey';

/**
 * The identity of an entry of funds or fees. Several entries may have the same PSP reference, and a disputed capture may come and go more
 * than once, so the time and the balance are parts of it.
 */
export const transactionKey = (ledgerId: string, list: string, entry: ReportEntry): string =>
	join([
		...[ledgerId, list, entry.entryType, entry.pspReference, entry.ledgerDate],
		...[entry.time, entry.amount, entry.balanceBefore],
	]);
