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
import { chained, payoutPspReference, total, type MoneyBook, type Movement } from './movement';
import { nightOf, type Payout } from './night';
import { termsOf } from './terms';

/** What a date hands on to the next. */
interface Carried {
	funds: number;
	fees: number;
	lateFees: Draft[];
	lastPayout: Payout;
}

interface Day {
	movements: Movement[];
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
	cache: DayCache<Movement>,
): MoneyBook {
	/** What each day since the first hands on. */
	const handedOn: Carried[] = [];

	const workOut = (day: number): Movement[] => {
		const before = day === 0 ? begun : (handedOn[day - 1] ?? begun);
		const worked = dayOf(merchant, seed, ledgerDateOfDay(day), salesOfDate, before);
		handedOn[day] = worked.carried;
		return worked.movements;
	};
	return {
		firstDate: FIRST_LEDGER_DATE,
		on(ledgerDate) {
			const day = dayNumber(ledgerDate);
			if (day < 0) return [];
			for (let earlier = handedOn.length; earlier < day; earlier++) workOut(earlier);
			return cache.get(`${merchant.ledgerId} ${ledgerDate}`, () => workOut(day));
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
	const entries = (topic: Topic, drafts: Draft[]) =>
		chained(drafts, before[topic], { topic, ledgerDate, country: merchant.country, coveredBy });
	return {
		movements: [
			...entries('funds', [...funds, ...night.funds]),
			...entries('fees', [...fees, ...night.fees]),
		],
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
