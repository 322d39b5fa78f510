import type { ReportEntry, Sandbox, SalesEntry } from '../../../../sandbox/index';
import type { Work } from '../cases/case';

type Entry = SalesEntry | ReportEntry;

/** What a complete run gives, in its order, from the sandbox's own books. */
export function truthOf(sandbox: Sandbox, { ledgerIds, dates, list }: Work): Entry[] {
	const onDate = (ledgerId: string, date: string): Entry[] =>
		list ? sandbox.movementsOfDate(ledgerId, list, date) : sandbox.salesOfDate(ledgerId, date);
	const ever = (ledgerId: string): Entry[] =>
		list ? sandbox.movements(ledgerId, list) : sandbox.sales(ledgerId);
	return ledgerIds.flatMap((id) => dates?.flatMap((date) => onDate(id, date)) ?? ever(id));
}
