import { dayNumber, FIRST_LEDGER_DATE, ledgerDateAt, ledgerDateOfDay } from './calendar';

/** What happens at an instant, in milliseconds since 1970. */
export interface Timed {
	at: number;
}

/**
 * What happens on one ledger. A position is the number of items before it; as history never changes,
 * a position means the same for ever. Nothing that lies after `now` (milliseconds since 1970) is
 * ever given.
 */
export interface Timeline<Item extends Timed> {
	/** Items from one position to another (not included), in time order. */
	slice(from: number, to: number, now: number): Item[];
	/** Items of one date, in time order. */
	on(ledgerDate: string, now: number): Item[];
}

/** Where a timeline comes from. */
export interface TimelineSource<Item extends Timed> {
	timeZone: string;
	/** Nothing happens before this date (default: the first of the sandbox's history). */
	firstDate?: string;
	/** Everything of a date, in time order; the last item lies before the next date's first. */
	wholeDay: (ledgerDate: string) => Item[];
	/** How many items that are, where they need not be worked out for it. */
	sizeOf?: (ledgerDate: string) => number;
}

/** A history that is worked out day by day, as it is asked for. */
export function createTimeline<Item extends Timed>({
	timeZone,
	firstDate = FIRST_LEDGER_DATE,
	wholeDay,
	sizeOf = (ledgerDate) => wholeDay(ledgerDate).length,
}: TimelineSource<Item>): Timeline<Item> {
	const first = dayNumber(firstDate);
	const dayOf = (ledgerDate: string) => dayNumber(ledgerDate) - first;
	const dateOf = (day: number) => ledgerDateOfDay(first + day);
	/** Items up to and including each day since the first. */
	const ends: number[] = [];

	const on = (ledgerDate: string, now: number) => {
		if (dayOf(ledgerDate) < 0 || ledgerDate > ledgerDateAt(now, timeZone)) return [];
		const items = wholeDay(ledgerDate);
		const last = items.at(-1);
		return last && last.at > now ? items.filter(({ at }) => at <= now) : items;
	};

	const endOf = (day: number) => {
		while (ends.length <= day) {
			ends.push((ends.at(-1) ?? 0) + sizeOf(dateOf(ends.length)));
		}
		return ends[day] ?? 0;
	};

	return {
		on,
		slice(from, to, now) {
			const today = dayOf(ledgerDateAt(now, timeZone));
			const items: Item[] = [];
			let day = 0;
			while (day < today && endOf(day) <= from) day++;
			for (; day <= today && endOf(day - 1) < to; day++) {
				const begin = endOf(day - 1);
				items.push(...on(dateOf(day), now).slice(Math.max(0, from - begin), to - begin));
			}
			return items;
		},
	};
}
