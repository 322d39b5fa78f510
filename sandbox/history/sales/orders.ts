import { dayNumber, startOfLedgerDate, ledgerDateOfDay } from '../calendar';
import { countryFacts } from '../merchants/countries';
import { saleOf, type OrderFacts, type Sale, type Transaction } from './entries';
import { HISTORY_BEGINS, type Solution } from '../knownPlaces';
import { basketOf, returnedOf, type VatGiven } from './lines';
import type { Merchant } from '../merchants/merchant';
import { breakSum, isBrokenSum, perhapsSomethingNew } from './specialEntries';
import { randomOf, type Random } from '../random';
import type { SalesLine } from '../../wire';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Later captures and refunds of an order come at most so many ledger dates after its first capture.
 */
export const LATEST_FOLLOW_UP_DAYS = 4;

/** Mostly by day, most of all around two o'clock; now and then at any hour, midnight included. */
function timeOfOrder(merchant: Merchant, ledgerDate: string, random: Random): number {
	const { timeZone } = countryFacts[merchant.country];
	const begin = startOfLedgerDate(ledgerDate, timeZone);
	const end = startOfLedgerDate(ledgerDateOfDay(dayNumber(ledgerDate) + 1), timeZone);
	const offset = random.chance(0.04)
		? random.next() * (end - begin)
		: 7 * HOUR + ((random.next() + random.next()) / 2) * 14 * HOUR;
	return begin + Math.floor(offset / 1000) * 1000;
}

function vatGivenIn(solution: Solution, random: Random): VatGiven {
	if (solution === 'MPOS') return 'all';
	const draw = random.next();
	return draw < 0.7 ? 'all' : draw < 0.88 ? 'some' : 'none';
}

function whatIsSold(merchant: Merchant, facts: OrderFacts, random: Random): SalesLine[] | number {
	if (facts.solution === 'VARIABLE_AMOUNT') {
		return random.whole(5, 90) * (facts.currency === 'EUR' ? 100 : 1000);
	}
	return basketOf(merchant.assortment, vatGivenIn(facts.solution, random), facts.notGiven, random);
}

/** One or two captures, then none, one or two refunds. Never more is given back than was taken. */
function transactionsOf(
	first: number,
	what: SalesLine[] | number,
	pspStem: string,
	random: Random,
): Transaction[] {
	const transactions: Transaction[] = [];
	let at = first;
	const add = (entryType: Transaction['entryType'], part: SalesLine[] | number) =>
		transactions.push({
			entryType,
			at,
			pspReference: `${pspStem}${transactions.length}`,
			what: part,
		});
	const later = (most: number) => {
		at += Math.floor(random.whole(5 * MINUTE, most) / 1000) * 1000;
	};
	if (typeof what !== 'number' && what.length > 1 && random.chance(0.06)) {
		add('capture', what.slice(0, 1));
		later(24 * HOUR);
		add('capture', what.slice(1));
	} else {
		add('capture', what);
	}
	if (!random.chance(0.06)) return transactions;
	later(48 * HOUR);
	if (typeof what === 'number') {
		add('refund', random.chance(0.6) ? what : what / 2);
	} else if (what.length > 1 && random.chance(0.4)) {
		add('refund', returnedOf(what.slice(0, 1), random));
		later(8 * HOUR);
		add('refund', returnedOf(what.slice(1), random));
	} else {
		add('refund', returnedOf(what, random));
	}
	return transactions;
}

/**
 * The order with this number on a ledger date: its captures and refunds, in time order. Depends on
 * nothing but the seed, the ledger, the date and the number. Empty when its way of selling was not
 * reported yet at that time.
 */
export function orderOf(
	merchant: Merchant,
	seed: number,
	ledgerDate: string,
	number: number,
): Sale[] {
	const random = randomOf(seed, merchant.ledgerId, ledgerDate, number);
	const solution = random.pick(merchant.solutions);
	const at = timeOfOrder(merchant, ledgerDate, random);
	if (at < Date.parse(HISTORY_BEGINS[solution])) return [];

	const place = String(dayNumber(ledgerDate)).padStart(4, '0') + String(number).padStart(4, '0');
	const facts: OrderFacts = {
		// References are free text: some hold what a URL must encode.
		reference: random.chance(0.015)
			? `Bord ø${random.whole(1, 20)}/${ledgerDate}+${number}`
			: `${merchant.ledgerId}${place}`,
		currency: countryFacts[merchant.country].currency,
		solution,
		salesCategory: solution === 'VARIABLE_AMOUNT' ? merchant.salesCategory : null,
		paymentType:
			solution === 'MPOS'
				? random.pick(['CARD', 'CARD', 'CARD', 'WALLET', 'WALLET', 'CASH'])
				: 'WALLET',
		notGiven: random.chance(0.5) ? null : undefined,
	};
	const what = whatIsSold(merchant, facts, random);
	const sales = transactionsOf(at, what, `9${merchant.ledgerId}${place}`, random).map(
		(transaction) => saleOf(facts, transaction, random),
	);
	const [sole, another] = sales;
	if (sole && !another) {
		if (isBrokenSum(ledgerDate, number)) breakSum(sole.entry);
		else perhapsSomethingNew(sole.entry, random);
	}
	return sales;
}
