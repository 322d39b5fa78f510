import { dayNumber, FIRST_LEDGER_DATE, ledgerDateOfDay, startOfLedgerDate } from '../calendar';
import type { DayCache } from '../dayCache';
import { countryFacts } from '../merchants/countries';
import type { Merchant } from '../merchants/merchant';
import { randomOf } from '../random';
import type { Sale } from '../sales/entries';
import type { Topic } from '../../wire';
import { salesOnFunds, webSalesOnFunds } from './captures';
import type { Draft } from './draft';
import { eventsOf, RETURN } from './events';
import { feesOf, inTheMorning } from './fees';
import { chained, countOf, payoutPspReference, total } from './movement';
import type { Count, MoneyBook, Movement } from './movement';
import { nightOf, type Payout } from './night';
import { termsOf } from './terms';

/** What a date hands on to the next. */
interface Carried {
	funds: number;
	fees: number;
	lateFees: Draft[];
	lastPayout: Payout;
}

/** A ledger date before its balances are known. */
interface Day extends Record<Topic, Draft[]> {
	coveredBy: string;
	carried: Carried;
}

/** Vipps's own numbers begin here (two production exports). */
const FIRST_PAYOUT_NUMBER = 2_000_001;
const NIGHT_MS = 25 * 60_000;

const begun: Carried = {
	funds: 0,
	fees: 0,
	lateFees: [],
	lastPayout: { number: FIRST_PAYOUT_NUMBER - 1, amount: 0 },
};

/**
 * The money that follows from a ledger's sales. A date depends on all dates before it, by its balances.
 */
export function createMoneyBook(
	merchant: Merchant,
	seed: number,
	salesOfDate: (ledgerDate: string) => Sale[],
	cache: DayCache<Record<Topic, Movement[]>>,
): MoneyBook {
	const { ledgerId, country } = merchant;
	/** What each day since the first hands on, and how much happened on it. */
	const handedOn: Carried[] = [];
	const counts: Array<Record<Topic, Count>> = [];

	const before = (day: number) => (day === 0 ? begun : (handedOn[day - 1] ?? begun));
	const workOut = (day: number): Day => {
		const ledgerDate = ledgerDateOfDay(day);
		const worked = dayOf(merchant, seed, ledgerDate, salesOfDate, before(day));
		handedOn[day] = worked.carried;
		counts[day] = {
			funds: countOf(worked.funds, ledgerDate, country),
			fees: countOf(worked.fees, ledgerDate, country),
		};
		return worked;
	};
	const movementsOf = (day: number): Record<Topic, Movement[]> => {
		const { funds, fees, coveredBy } = workOut(day);
		const shared = { ledgerDate: ledgerDateOfDay(day), country, coveredBy };
		return {
			funds: chained(funds, before(day).funds, shared),
			fees: chained(fees, before(day).fees, shared),
		};
	};
	const kept = (day: number) =>
		cache.get(`${ledgerId} ${ledgerDateOfDay(day)}`, () => movementsOf(day));
	const workOutBefore = (day: number) => {
		for (let earlier = handedOn.length; earlier < day; earlier++) kept(earlier);
	};
	return {
		firstDate: FIRST_LEDGER_DATE,
		on(topic, ledgerDate) {
			const day = dayNumber(ledgerDate);
			if (day < 0) return [];
			workOutBefore(day);
			return kept(day)[topic];
		},
		count(topic, ledgerDate) {
			const day = dayNumber(ledgerDate);
			workOutBefore(day + 1);
			return counts[day]?.[topic] ?? { all: 0, night: 0 };
		},
	};
}

function dayOf(
	merchant: Merchant,
	seed: number,
	ledgerDate: string,
	salesOfDate: (ledgerDate: string) => Sale[],
	before: Carried,
): Day {
	const terms = termsOf(merchant);
	const { timeZone } = countryFacts[merchant.country];
	const { ledgerId } = merchant;
	const nextDate = ledgerDateOfDay(dayNumber(ledgerDate) + 1);
	const funds = inTime([
		...salesOnFunds(merchant, salesOfDate(ledgerDate)),
		...webSalesOnFunds(merchant, terms, seed, ledgerDate),
		...eventsOf(merchant, ledgerDate, 'funds'),
		...returnOf(merchant, ledgerDate, before.lastPayout),
	]);
	const { today, late } = feesOf(terms, funds, seed);
	const fees = inTime([
		...inTheMorning(merchant, ledgerDate, before.lateFees),
		...today,
		...eventsOf(merchant, ledgerDate, 'fees'),
	]);
	const at =
		startOfLedgerDate(nextDate, timeZone) +
		Math.floor(randomOf(seed, ledgerId, ledgerDate, 'night').next() * NIGHT_MS);
	const payoutNumber = before.lastPayout.number + 1;
	const coveredBy = payoutPspReference(ledgerId, payoutNumber);
	const night = nightOf(merchant, terms, {
		...{ ledgerDate, nextDate, at },
		fundsBalance: before.funds + total(funds),
		feesBalance: before.fees + total(fees),
		payoutNumber,
	});
	return {
		funds: [...funds, ...night.funds],
		fees: [...fees, ...night.fees],
		coveredBy,
		carried: {
			funds: before.funds + total(funds) + total(night.funds),
			fees: before.fees + total(fees) + total(night.fees),
			lateFees: late,
			lastPayout: night.payout ?? before.lastPayout,
		},
	};
}

/** The money of a payout is back. */
function returnOf({ ledgerId, country }: Merchant, ledgerDate: string, payout: Payout): Draft[] {
	if (ledgerId !== RETURN.ledgerId || ledgerDate !== RETURN.ledgerDate) return [];
	const at = startOfLedgerDate(ledgerDate, countryFacts[country].timeZone) + 10 * 3_600_000;
	const pspReference = payoutPspReference(ledgerId, payout.number);
	const facts = { pspReference, reference: '', recipientHandle: '' };
	return [{ at, entryType: 'payout-aborted', amount: payout.amount, ...facts }];
}

const inTime = (drafts: Draft[]): Draft[] => drafts.sort((one, other) => one.at - other.at);
