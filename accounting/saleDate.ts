import { DateTime } from 'luxon';

import { timeZoneOf } from './currency';

/** An instant of this century in UTC, as Vipps sends it. */
const UTC_TIME = /^20\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;

/** A calendar date and a time of day, with a zone or without. */
const DATE_AND_TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:?\d\d/;

/** A day of UTC, on which one calendar day of a time zone ends and the next begins. */
interface UtcDay {
	ending: string | null;
	beginning: string | null;
	/** The hour of UTC, `YYYY-MM-DDTHH`, with which the next day begins. */
	beginsAt: string;
}

/** Days by time zone and date: to ask luxon for each sale would take longer than all else that is done with it. */
const known = new Map<string, UtcDay>();
/** More than two years of one time zone. */
const MOST_KNOWN = 1000;

/**
 * The calendar day (`YYYY-MM-DD`) of a sale's time where the merchant is, which follows from the currency. A time without a zone
 * is UTC, as all times of the API. Null when the time is no instant.
 */
export function dateOfTime(time: unknown, currency: unknown): string | null {
	if (typeof time !== 'string') return null;
	const zone = timeZoneOf(currency);
	if (!UTC_TIME.test(time)) return DATE_AND_TIME.test(time) ? convert(time, zone) : null;
	const day = utcDayOf(time.slice(0, 10), zone);
	return time < day.beginsAt ? day.ending : day.beginning;
}

const convert = (time: string, zone: string): string | null =>
	DateTime.fromISO(time.replace(' ', 'T'), { zone: 'utc' }).setZone(zone).toISODate();

function utcDayOf(date: string, zone: string): UtcDay {
	const key = zone + date;
	let day = known.get(key);
	if (day === undefined) {
		if (known.size >= MOST_KNOWN) known.clear();
		day = divide(date, zone);
		known.set(key, day);
	}
	return day;
}

/** All these time zones are whole hours from UTC, so that a day begins with an hour of UTC. */
function divide(date: string, zone: string): UtcDay {
	const start = DateTime.fromISO(date, { zone: 'utc' }).setZone(zone);
	const next = start.plus({ days: 1 }).startOf('day');
	return {
		ending: start.toISODate(),
		beginning: next.toISODate(),
		beginsAt: next.toUTC().toFormat("yyyy-MM-dd'T'HH"),
	};
}
