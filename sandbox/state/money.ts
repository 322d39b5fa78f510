import { dayNumber, ledgerDateAt, ledgerDateOfDay } from '../history/calendar';
import type { DayCache } from '../history/dayCache';
import { countryFacts } from '../history/merchants/countries';
import type { Merchant } from '../history/merchants/merchant';
import { createMoneyBook, type Movement } from '../history/money/book';
import type { Sale } from '../history/sales/entries';
import { createTimeline } from '../history/timeline';
import type { ReportEntry, Topic } from '../wire';
import { moneyUnderSwitches } from './readings';
import type { Switches } from './switches';

/** A ledger's funds and fees up to the sandbox's clock, as they are sent under the current switches. */
export interface LedgerMoney {
	/** How many entries the feed has. */
	length(topic: Topic): number;
	/** All entries of the feed, oldest first. */
	all(topic: Topic): ReportEntry[];
	/** Entries of the feed from one position to another (not included), oldest first. */
	slice(topic: Topic, from: number, to: number): ReportEntry[];
	/** Entries of a ledger date, as their balances follow each other. */
	on(topic: Topic, ledgerDate: string): ReportEntry[];
	/** Whether more may come on a ledger date. */
	isOpen(ledgerDate: string): boolean;
}

/** What all ledgers of a sandbox share. */
export interface MoneySetup {
	seed: number;
	cache: DayCache<Movement>;
	switches: Switches;
	/** The clock, in milliseconds since 1970. */
	now: () => number;
}

/** The money of a merchant's ledger. */
export function createLedgerMoney(
	merchant: Merchant,
	salesOfDate: (ledgerDate: string) => Sale[],
	{ seed, cache, switches, now }: MoneySetup,
): LedgerMoney {
	const { timeZone } = countryFacts[merchant.country];
	const book = createMoneyBook(merchant, seed, salesOfDate, cache);
	const onDate = (topic: Topic, ledgerDate: string) =>
		book.on(ledgerDate).filter((movement) => movement.topic === topic);
	/** A shop that is open at night sells on the next date before the payout of this one. */
	const inFeed = (topic: Topic, date: string) => {
		const dayBefore = ledgerDateOfDay(dayNumber(date) - 1);
		return [
			...onDate(topic, dayBefore).filter(({ isOfNight }) => isOfNight),
			...onDate(topic, date).filter(({ isOfNight }) => !isOfNight),
		].sort((one, other) => one.at - other.at);
	};
	const feeds = {
		funds: createTimeline(timeZone, (date) => inFeed('funds', date)),
		fees: createTimeline(timeZone, (date) => inFeed('fees', date)),
	};
	const sent = (movement: Movement) => moneyUnderSwitches(movement, switches);
	const hasCome = ({ at }: Movement) => at <= now();
	/** By the reading that a payout closes the dates that it covers. */
	const isPaidOut = (ledgerDate: string) => {
		const today = dayNumber(ledgerDateAt(now(), timeZone));
		for (let day = Math.max(0, dayNumber(ledgerDate)); day <= today; day++) {
			const payout = onDate('funds', ledgerDateOfDay(day)).at(-1);
			if (payout?.entry.entryType === 'payout-scheduled' && hasCome(payout)) return true;
		}
		return false;
	};
	return {
		length: (topic) => feeds[topic].length(now()),
		all: (topic) => feeds[topic].slice(0, Infinity, now()).map(sent),
		slice: (topic, from, to) => feeds[topic].slice(from, to, now()).map(sent),
		on: (topic, ledgerDate) =>
			ledgerDate > ledgerDateAt(now(), timeZone)
				? []
				: onDate(topic, ledgerDate).filter(hasCome).map(sent),
		isOpen: (ledgerDate) =>
			switches.dateCloses === 'payout'
				? !isPaidOut(ledgerDate)
				: ledgerDate >= ledgerDateAt(now() - 30 * 60_000, timeZone),
	};
}
