import type { ReportEntry, Topic } from '../../wire';
import { dayNumber, ledgerDateOfDay, startOfLedgerDate, wireTime } from '../calendar';
import { countryFacts, type Country } from '../merchants/countries';
import type { Timed } from '../timeline';
import type { Draft } from './draft';

/** An entry of funds or fees. */
export interface Movement extends Timed {
	entry: ReportEntry;
	/** `pspReference` of the payout that covers it, made or still to come. */
	coveredBy: string;
}

/** How many movements a list has on a ledger date. */
export interface Count {
	all: number;
	/** Those of the night after it, which are the last ones. */
	night: number;
}

/** The money of a ledger, date by date. */
export interface MoneyBook {
	/** There is nothing before this ledger date. */
	readonly firstDate: string;
	/** Everything of a ledger date, the night after it included, as the balances follow each other. */
	on(topic: Topic, ledgerDate: string): Movement[];
	/** How much that is, which costs less to know. */
	count(topic: Topic, ledgerDate: string): Count;
}

/** What the movements of a list have in common on a ledger date. */
export interface Shared {
	ledgerDate: string;
	country: Country;
	coveredBy: string;
}

/** Movements with their balances, which follow from an opening balance in minor units. */
export function chained(drafts: readonly Draft[], opening: number, shared: Shared): Movement[] {
	const { ledgerDate, country, coveredBy } = shared;
	const { currency } = countryFacts[country];
	let balance = opening;
	// Field by field: there may be a million of them.
	return drafts.map(({ at, pspReference, entryType, reference, amount, recipientHandle }) => {
		const balanceBefore = balance;
		balance += amount;
		const entry: ReportEntry = {
			pspReference,
			time: wireTime(at),
			ledgerDate,
			entryType,
			reference,
			currency,
			amount,
			balanceBefore,
			balanceAfter: balance,
			recipientHandle,
		};
		return { at, entry, coveredBy };
	});
}

/** How many there are, in time order, and how many of them come after the end of their ledger date. */
export function countOf(drafts: readonly Draft[], ledgerDate: string, country: Country): Count {
	const nextDate = ledgerDateOfDay(dayNumber(ledgerDate) + 1);
	const midnight = startOfLedgerDate(nextDate, countryFacts[country].timeZone);
	const first = drafts.findLastIndex(({ at }) => at < midnight) + 1;
	return { all: drafts.length, night: drafts.length - first };
}

/** The sum of some amounts, in minor units. */
export const total = (drafts: readonly Draft[]): number =>
	drafts.reduce((sum, { amount }) => sum + amount, 0);

/** The `pspReference` of a payout. */
export const payoutPspReference = (ledgerId: string, payoutNumber: number): string =>
	`${ledgerId}-${payoutNumber}`;
