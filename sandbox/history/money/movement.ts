import type { ReportEntry, Topic } from '../../wire';
import { dayNumber, ledgerDateOfDay, startOfLedgerDate, wireTime } from '../calendar';
import { countryFacts, type Country } from '../merchants/countries';
import type { Timed } from '../timeline';
import type { Draft } from './draft';

/** An entry of funds or fees. */
export interface Movement extends Timed {
	topic: Topic;
	entry: ReportEntry;
	/** Whether it came in the night after its ledger date. */
	isOfNight: boolean;
	/** `pspReference` of the payout that covers it, made or still to come. */
	coveredBy: string;
}

/** The money of a ledger, date by date. */
export interface MoneyBook {
	/** There is nothing before this ledger date. */
	readonly firstDate: string;
	/** Everything of a ledger date, the night after it included, as the balances follow each other. */
	on(ledgerDate: string): Movement[];
}

/** What the movements of a list have in common on a ledger date. */
export interface Shared {
	topic: Topic;
	ledgerDate: string;
	country: Country;
	coveredBy: string;
}

/** Movements with their balances, which follow from an opening balance in minor units. */
export function chained(drafts: readonly Draft[], opening: number, shared: Shared): Movement[] {
	const { topic, ledgerDate, country, coveredBy } = shared;
	const { currency, timeZone } = countryFacts[country];
	const midnight = startOfLedgerDate(ledgerDateOfDay(dayNumber(ledgerDate) + 1), timeZone);
	let balance = opening;
	return drafts.map(({ at, amount, ...facts }): Movement => {
		const balanceBefore = balance;
		balance += amount;
		const balances = { amount, balanceBefore, balanceAfter: balance };
		const entry = { ...facts, time: wireTime(at), ledgerDate, currency, ...balances };
		return { at, topic, entry, isOfNight: at >= midnight, coveredBy };
	});
}

/** The sum of some amounts, in minor units. */
export const total = (drafts: readonly Draft[]): number =>
	drafts.reduce((sum, { amount }) => sum + amount, 0);

/** The `pspReference` of a payout. */
export const payoutPspReference = (ledgerId: string, payoutNumber: number): string =>
	`${ledgerId}-${payoutNumber}`;
