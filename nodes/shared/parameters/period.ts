import { DateTime, IANAZone } from 'luxon';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	countLedgerDates,
	FIRST_SALES_DATE,
	ledgerDatesBetween,
	toLedgerDate,
} from '../../../accounting/ledgerDates';
import { datesOfPeriod, relativePeriods } from '../../../accounting/period';
import type { Hints } from '../../../vipps/hints';
import { readChoice } from './values/choice';
import { invalidParameter } from './values/invalidParameter';
import { readText } from './values/text';
import { readValue } from './values/value';

const MAX_DATES = 366;

/** Of Norway, Sweden and Denmark. Finland is an hour ahead. */
const USUAL_ZONE = 'Europe/Oslo';

const periods = [...relativePeriods, 'date', 'dateRange'] as const;
type Period = (typeof periods)[number];

const dateField = (
	displayName: string,
	name: string,
	period: Period,
	day: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	placeholder: 'e.g. 2026-05-16',
	displayOptions: { show: { period: [period] } },
	description: `${day} in the merchant's time zone. Enter YYYY-MM-DD, DD.MM.YYYY or a timestamp; only its date is used.`,
});

/**
 * The dates to get, by a period that follows from the day, or by dates.
 *
 * @param day what a date is: `Sales day`
 */
export const periodFields = (byDefault: Period, day: string): INodeProperties[] => [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		default: byDefault,
		description: "Days in the merchant's time zone",
		options: [
			{ name: 'Date', value: 'date', description: 'One day' },
			{ name: 'Date Range', value: 'dateRange', description: 'Up to 366 days in a row' },
			{ name: 'Last 7 Days', value: 'last7Days', description: 'The seven days before today' },
			{ name: 'Last Month', value: 'lastMonth', description: 'The whole calendar month' },
			{ name: 'This Month', value: 'thisMonth', description: 'From the first day until now' },
			{ name: 'Today', value: 'today', description: 'Until now' },
			{ name: 'Yesterday', value: 'yesterday' },
		],
	},
	dateField('Date', 'date', 'date', day),
	dateField('From Date', 'fromDate', 'dateRange', day),
	dateField('To Date', 'toDate', 'dateRange', day),
];

/** An entry of an operation's Options. */
export const timeZoneOption: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: `e.g. ${USUAL_ZONE}`,
	description: `Time zone that a period such as Yesterday is calculated in. By default the merchant's if it is known, else ${USUAL_ZONE}.`,
};

/** The time zone of the option; undefined if it is not set. @throws NodeOperationError if there is no such time zone */
function readTimeZone(context: IExecuteFunctions, itemIndex: number): string | undefined {
	const field = { parameter: 'Time Zone', name: 'options.timeZone', fallback: '', itemIndex };
	const zone = readText(context, field);
	if (zone === '') return undefined;
	if (IANAZone.isValidZone(zone)) return zone;
	const wanted = 'a time zone such as Europe/Helsinki';
	throw invalidParameter(context, { ...field, given: zone, wanted });
}

/**
 * The function that gives a ledger the time zone of the option, if that is set: what counts as today follows it, too.
 *
 * @throws NodeOperationError if there is no such time zone
 */
export function readInZone(context: IExecuteFunctions, itemIndex: number) {
	const timeZone = readTimeZone(context, itemIndex);
	return <Zoned extends { timeZone?: string }>(ledger: Zoned): Zoned =>
		timeZone === undefined ? ledger : { ...ledger, timeZone };
}

/**
 * The function that gives the ledger dates to get, in order, as `YYYY-MM-DD`, in the time zone of a merchant if it is known.
 *
 * @throws NodeOperationError if one is not a date, or the range is inverted or longer than a year
 */
export function readPeriod(
	context: IExecuteFunctions,
	itemIndex: number,
	fallback: Period = 'yesterday',
): (merchantZone?: string) => string[] {
	const field = { parameter: 'Period', name: 'period', fallback, itemIndex };
	const period = readChoice(context, field, periods);
	const timeZone = readTimeZone(context, itemIndex);
	if (period === 'date' || period === 'dateRange') {
		const dates =
			period === 'date'
				? [readDate(context, 'Date', 'date', itemIndex)]
				: readRange(context, itemIndex);
		return () => dates;
	}
	// One instant for all ledgers.
	const now = Date.now();
	return (merchantZone = USUAL_ZONE) => {
		const day = DateTime.fromMillis(now, { zone: timeZone ?? merchantZone });
		return ledgerDatesBetween(...datesOfPeriod(period, day));
	};
}

function readRange(context: IExecuteFunctions, itemIndex: number): string[] {
	const from = readDate(context, 'From Date', 'fromDate', itemIndex);
	const to = readDate(context, 'To Date', 'toDate', itemIndex);
	const count = countLedgerDates(from, to);
	const refuse = (wanted: string) =>
		invalidParameter(context, { parameter: 'To Date', given: to, wanted, itemIndex });
	if (count < 1) throw refuse(`'From Date' (${from}) or later`);
	if (count > MAX_DATES)
		throw refuse(`at most ${MAX_DATES} dates after 'From Date' (${from}), not ${count}`);
	return ledgerDatesBetween(from, to);
}

function readDate(
	context: IExecuteFunctions,
	parameter: string,
	name: string,
	itemIndex: number,
): string {
	const field = { parameter, name, fallback: '', itemIndex };
	const given = readValue(context, field);
	const date = toLedgerDate(isInstant(given) ? inWorkflowZone(context, given) : given);
	if (date !== undefined) return date;
	throw invalidParameter(context, { ...field, given, wanted: 'a date such as 2026-05-16' });
}

/** A JavaScript Date, also one of another realm, as expressions make them on newer versions of n8n. */
const isInstant = (given: unknown): given is Date =>
	Object.prototype.toString.call(given) === '[object Date]';

/** An instant has no calendar date of its own: it gets that of the workflow's time zone, as `$now` does. */
const inWorkflowZone = (context: IExecuteFunctions, instant: Date) =>
	DateTime.fromMillis(instant.getTime(), { zone: context.getTimezone() });

/** Warns that an empty result does not mean that nothing was sold. */
export function hintAtHistoricalFloor(hints: Hints, ledgerDates: string[]): void {
	for (const date of ledgerDates) {
		if (date < FIRST_SALES_DATE) hints.count('warning', date, emptyByNature);
	}
}

const emptyByNature = (dates: string, count: number) =>
	`Vipps has no sales from before ${FIRST_SALES_DATE} in this API: that ${dates} ${count === 1 ? 'is' : 'are'} empty does not mean that nothing was sold.`;
