import { countryFacts } from '../history/merchants/countries';
import type { LedgerOwner } from '../history/merchants/merchant';
import type { Sale } from '../history/sales/entries';
import { createTimeline } from '../history/timeline';
import type { SalesEntry } from '../wire';
import { underSwitches } from './readings';
import type { Switches } from './switches';

/** A ledger's sales up to the sandbox's clock, as they are sent under the current switches. */
export interface LedgerSales {
	/** All of them, oldest first. */
	all(): SalesEntry[];
	/** Sales from one position to another (not included), oldest first. */
	slice(from: number, to: number): SalesEntry[];
	on(ledgerDate: string): SalesEntry[];
}

/**
 * The sales of a ledger.
 *
 * @param now the clock, in milliseconds since 1970
 */
export function createLedgerSales(
	{ country }: LedgerOwner,
	salesOfDate: (ledgerDate: string) => Sale[],
	{ switches, now }: { switches: Switches; now: () => number },
): LedgerSales {
	const timeline = createTimeline({
		timeZone: countryFacts[country].timeZone,
		wholeDay: salesOfDate,
	});
	const sent = (sale: Sale) => underSwitches(sale, switches);
	return {
		all: () => timeline.slice(0, Infinity, now()).map(sent),
		slice: (from, to) => timeline.slice(from, to, now()).map(sent),
		on: (ledgerDate) => timeline.on(ledgerDate, now()).map(sent),
	};
}
