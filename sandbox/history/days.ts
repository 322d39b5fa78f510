import { dayNumber, ledgerDateAt, ledgerDateOfDay, weekday } from './calendar';
import { countryFacts } from './merchants/countries';
import type { Sale } from './sales/entries';
import { BUSY_DATE, BUSY_DATE_ORDERS } from './knownPlaces';
import type { Merchant } from './merchants/merchant';
import { LATEST_FOLLOW_UP_DAYS, orderOf } from './sales/orders';
import { randomOf } from './random';

/** Monday to Sunday, against an ordinary day. */
const bustle = [0.8, 0.8, 0.9, 1, 1.3, 1.5, 0.9];

function isOpen(merchant: Merchant, ledgerDate: string): boolean {
	const month = Number(ledgerDate.slice(5, 7));
	const [first, last] = merchant.season ?? [1, 12];
	return month >= first && month <= last;
}

function ordersOn(merchant: Merchant, seed: number, ledgerDate: string): number {
	const day = weekday(ledgerDate);
	if (!isOpen(merchant, ledgerDate) || (merchant.closedOnSundays && day === 7)) return 0;
	if (merchant.ledgerId === BUSY_DATE.ledgerId && ledgerDate === BUSY_DATE.ledgerDate) {
		return BUSY_DATE_ORDERS;
	}
	const luck = 0.6 + 0.8 * randomOf(seed, merchant.ledgerId, ledgerDate).next();
	return Math.max(1, Math.round(merchant.ordersPerDay * (bustle[day - 1] ?? 1) * luck));
}

/** Gives all sales of a ledger date, in time order, those that lie in the future included. */
export type SalesOfDate = (ledgerDate: string) => Sale[];

/**
 * The sales of a merchant's ledger dates. A date depends only on the seed, the ledger and the date;
 * refunds of the days before it are worked out again from those days.
 */
export function createSalesOfDate(merchant: Merchant, seed: number): SalesOfDate {
	const { timeZone } = countryFacts[merchant.country];
	const recent = new Map<number, Map<string, Sale[]>>();

	/** Sales of the orders that began on one day, by the ledger date on which they happen. */
	function begunOn(day: number): Map<string, Sale[]> {
		const known = recent.get(day);
		if (known) return known;
		const ledgerDate = ledgerDateOfDay(day);
		const count = day < 0 ? 0 : ordersOn(merchant, seed, ledgerDate);
		const byDate = new Map<string, Sale[]>();
		for (let number = 0; number < count; number++) {
			orderOf(merchant, seed, ledgerDate, number).forEach((sale, at) => {
				const date = at === 0 ? ledgerDate : ledgerDateAt(sale.at, timeZone);
				const sales = byDate.get(date);
				if (sales) sales.push(sale);
				else byDate.set(date, [sale]);
			});
		}
		recent.set(day, byDate);
		const [oldest] = recent.keys();
		if (oldest !== undefined && recent.size > 2 * LATEST_FOLLOW_UP_DAYS) recent.delete(oldest);
		return byDate;
	}

	return (ledgerDate) => {
		if (!isOpen(merchant, ledgerDate)) return [];
		const day = dayNumber(ledgerDate);
		const sales: Sale[] = [];
		for (let begun = day - LATEST_FOLLOW_UP_DAYS; begun <= day; begun++) {
			sales.push(...(begunOn(begun).get(ledgerDate) ?? []));
		}
		return sales.sort((one, other) => one.at - other.at);
	};
}
