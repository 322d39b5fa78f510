import { DateTime } from 'luxon';

/**
 * The first instant of sales in the API (mPOS; variable amounts and baskets follow later), as a date. Nothing older exists.
 * Source: Sales API guide.
 */
export const FIRST_SALES_DATE = '2026-03-09';

/**
 * The ledger date (`YYYY-MM-DD`) that a value names: such a date itself, a date as `16.05.2026`, an ISO timestamp's own calendar date, or a
 * luxon DateTime's in its own zone. The server's time zone never shifts it. Undefined if the value names no real date.
 */
export function toLedgerDate(value: unknown): string | undefined {
	if (isDateTime(value)) return value.toISODate() ?? undefined;
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (/^\d\d?\.\d\d?\.\d{4}$/.test(text)) {
		return DateTime.fromFormat(text, 'd.M.yyyy', { zone: 'utc' }).toISODate() ?? undefined;
	}
	if (!/^\d{4}-\d{2}-\d{2}(?:$|[T ]\d{2}:)/.test(text)) return undefined;
	return (
		DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc', setZone: true }).toISODate() ??
		undefined
	);
}

/** The number of ledger dates from the first to the last, both included; zero or less if they are not in order. */
export function countLedgerDates(first: string, last: string): number {
	return utc(last).diff(utc(first), 'days').days + 1;
}

/** Every ledger date from the first to the last, both included. */
export function ledgerDatesBetween(first: string, last: string): string[] {
	return Array.from({ length: countLedgerDates(first, last) }, (_, day) => daysAfter(first, day));
}

/** The ledger date so many days after another one; before it if the number is negative. */
export const daysAfter = (ledgerDate: string, days: number): string =>
	utc(ledgerDate).plus({ days }).toFormat('yyyy-MM-dd');

/** The ledger date of this instant in a time zone. */
export const todayIn = (timeZone: string): string =>
	DateTime.now().setZone(timeZone).toFormat('yyyy-MM-dd');

const utc = (ledgerDate: string) => DateTime.fromISO(ledgerDate, { zone: 'utc' });

/** By its shape, since a host may hand out the DateTime of another copy of luxon than the one that is imported here. */
function isDateTime(value: unknown): value is { toISODate(): string | null } {
	return (
		typeof value === 'object' &&
		value !== null &&
		'toISODate' in value &&
		typeof value.toISODate === 'function'
	);
}
