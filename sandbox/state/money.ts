import { dayNumber, ledgerDateAt, ledgerDateOfDay } from '../history/calendar';
import { countryFacts } from '../history/merchants/countries';
import type { LedgerOwner } from '../history/merchants/merchant';
import type { MoneyBook, Movement } from '../history/money/movement';
import { createTimeline } from '../history/timeline';
import type { ReportEntry, Topic } from '../wire';
import { moneyUnderSwitches } from './readings';
import type { Switches } from './switches';

/** A ledger's funds and fees up to the sandbox's clock, as they are sent under the current switches. */
export interface LedgerMoney {
	/** All entries of the feed, oldest first. */
	all(topic: Topic): ReportEntry[];
	/** Entries of the feed from one position to another (not included), oldest first. */
	slice(topic: Topic, from: number, to: number): ReportEntry[];
	/** Entries of a ledger date, as their balances follow each other. */
	on(topic: Topic, ledgerDate: string): ReportEntry[];
	/** Whether more may come on a ledger date. */
	isOpen(ledgerDate: string): boolean;
}

/**
 * The money of a ledger.
 *
 * @param now the clock, in milliseconds since 1970
 */
export function createLedgerMoney(
	{ country }: LedgerOwner,
	book: MoneyBook,
	{ switches, now }: { switches: Switches; now: () => number },
): LedgerMoney {
	const { timeZone } = countryFacts[country];
	const dayBefore = (date: string) => ledgerDateOfDay(dayNumber(date) - 1);
	const nightBefore = (topic: Topic, date: string) => book.count(topic, dayBefore(date)).night;
	const feedOf = (topic: Topic) =>
		createTimeline({
			timeZone,
			firstDate: book.firstDate,
			/** A shop that is open at night sells on the next date before the payout of this one. */
			wholeDay: (date) => {
				const { all, night } = book.count(topic, date);
				const before = book.on(topic, dayBefore(date));
				return [
					...before.slice(before.length - nightBefore(topic, date)),
					...book.on(topic, date).slice(0, all - night),
				].sort((one, other) => one.at - other.at);
			},
			sizeOf: (date) => {
				const { all, night } = book.count(topic, date);
				return nightBefore(topic, date) + all - night;
			},
		});
	const feeds = { funds: feedOf('funds'), fees: feedOf('fees') };
	const sent = (movement: Movement) => moneyUnderSwitches(movement, switches);
	const hasCome = ({ at }: Movement) => at <= now();
	/** By the reading that a payout closes the dates that it covers. */
	const isPaidOut = (ledgerDate: string) => {
		const today = dayNumber(ledgerDateAt(now(), timeZone));
		const from = ledgerDate < book.firstDate ? book.firstDate : ledgerDate;
		for (let day = dayNumber(from); day <= today; day++) {
			const payout = book.on('funds', ledgerDateOfDay(day)).at(-1);
			if (payout?.entry.entryType === 'payout-scheduled' && hasCome(payout)) return true;
		}
		return false;
	};
	return {
		all: (topic) => feeds[topic].slice(0, Infinity, now()).map(sent),
		slice: (topic, from, to) => feeds[topic].slice(from, to, now()).map(sent),
		on: (topic, ledgerDate) =>
			ledgerDate > ledgerDateAt(now(), timeZone)
				? []
				: book.on(topic, ledgerDate).filter(hasCome).map(sent),
		isOpen: (ledgerDate) =>
			switches.dateCloses === 'payout'
				? !isPaidOut(ledgerDate)
				: ledgerDate >= ledgerDateAt(now() - 30 * 60_000, timeZone),
	};
}
