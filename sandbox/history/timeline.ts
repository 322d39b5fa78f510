import { dayNumber, ledgerDateAt, ledgerDateOfDay } from './calendar';
import { countryFacts } from './merchants/countries';
import type { DayCache } from './dayCache';
import { createSalesOfDate } from './days';
import type { Sale } from './sales/entries';
import type { Merchant } from './merchants/merchant';

/**
 * The history of one ledger. A position is the number of sales before it; as history never changes,
 * a position means the same for ever. Nothing that lies after `now` (milliseconds since 1970) is
 * ever given.
 */
export interface Timeline {
	/** Sales up to now. */
	length(now: number): number;
	/** Sales from one position to another (not included), in time order. */
	slice(from: number, to: number, now: number): Sale[];
	/** Sales of one ledger date, in time order. */
	on(ledgerDate: string, now: number): Sale[];
}

/** The history of a merchant's ledger, worked out day by day as it is asked for. */
export function createTimeline(merchant: Merchant, seed: number, cache: DayCache): Timeline {
	const { timeZone } = countryFacts[merchant.country];
	const salesOfDate = createSalesOfDate(merchant, seed);
	/** Sales up to and including each day since the first. */
	const ends: number[] = [];

	const wholeDay = (ledgerDate: string) =>
		cache.get(`${merchant.ledgerId} ${ledgerDate}`, () => salesOfDate(ledgerDate));

	const on = (ledgerDate: string, now: number) => {
		if (dayNumber(ledgerDate) < 0 || ledgerDate > ledgerDateAt(now, timeZone)) return [];
		const sales = wholeDay(ledgerDate);
		const last = sales.at(-1);
		return last && last.at > now ? sales.filter((sale) => sale.at <= now) : sales;
	};

	const endOf = (day: number) => {
		while (ends.length <= day) {
			ends.push((ends.at(-1) ?? 0) + wholeDay(ledgerDateOfDay(ends.length)).length);
		}
		return ends[day] ?? 0;
	};

	return {
		on,
		length(now) {
			const today = ledgerDateAt(now, timeZone);
			const day = dayNumber(today);
			return day < 0 ? 0 : endOf(day - 1) + on(today, now).length;
		},
		slice(from, to, now) {
			const today = dayNumber(ledgerDateAt(now, timeZone));
			const sales: Sale[] = [];
			let day = 0;
			while (day < today && endOf(day) <= from) day++;
			for (; day <= today && endOf(day - 1) < to; day++) {
				const begin = endOf(day - 1);
				sales.push(...on(ledgerDateOfDay(day), now).slice(Math.max(0, from - begin), to - begin));
			}
			return sales;
		},
	};
}
