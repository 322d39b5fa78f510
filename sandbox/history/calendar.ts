import { DateTime } from 'luxon';

const DAY = 86_400_000;

/**
 * The ledger date on which the sandbox's history begins: the day of the oldest sale that Vipps
 * serves.
 */
export const FIRST_LEDGER_DATE = '2026-03-09';

/** Days from the first ledger date to this one (0 for the first, negative before it). */
export function dayNumber(ledgerDate: string): number {
	return Math.round((Date.parse(ledgerDate) - Date.parse(FIRST_LEDGER_DATE)) / DAY);
}

/** The ledger date that lies so many days after the first one. */
export function ledgerDateOfDay(day: number): string {
	return new Date(Date.parse(FIRST_LEDGER_DATE) + day * DAY).toISOString().slice(0, 10);
}

/** 1 (Monday) to 7 (Sunday). */
export function weekday(ledgerDate: string): number {
	return new Date(ledgerDate).getUTCDay() || 7;
}

const midnights = new Map<string, number>();

/** Midnight at which a ledger date begins in its time zone, in milliseconds since 1970. */
export function startOfLedgerDate(ledgerDate: string, timeZone: string): number {
	const key = `${timeZone} ${ledgerDate}`;
	let midnight = midnights.get(key);
	if (midnight === undefined) {
		midnight = DateTime.fromISO(ledgerDate, { zone: timeZone }).toMillis();
		midnights.set(key, midnight);
	}
	return midnight;
}

/** The ledger date that an instant belongs to in a time zone. */
export function ledgerDateAt(milliseconds: number, timeZone: string): string {
	return DateTime.fromMillis(milliseconds, { zone: timeZone }).toFormat('yyyy-MM-dd');
}

/** An instant as Vipps writes it: UTC, to the second. */
export function wireTime(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
