import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	countLedgerDates,
	FIRST_SALES_DATE,
	ledgerDatesBetween,
	toLedgerDate,
} from '../../../accounting/ledgerDates';
import type { Hints } from '../../../vipps/hints';
import { readValue } from './values/value';
import { invalidParameter } from './values/invalidParameter';
import { readBoolean } from './values/boolean';

const MAX_DATES = 366;
const YESTERDAY = '={{ $now.minus({ days: 1 }).toISODate() }}';

const dateField = (displayName: string, name: string, dateRange: boolean): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: YESTERDAY,
	required: true,
	placeholder: 'e.g. 2026-05-16',
	displayOptions: { show: { dateRange: [dateRange] } },
	description:
		'A ledger date runs from midnight to midnight where the merchant is. YYYY-MM-DD, or a timestamp, of which its own calendar date counts.',
});

/** One ledger date, or a range of them. */
export const ledgerDateFields: INodeProperties[] = [
	{
		displayName: 'Date Range',
		name: 'dateRange',
		type: 'boolean',
		default: false,
		description: 'Whether to get the sales of several dates in a row, up to 366, instead of one',
	},
	dateField('Date', 'date', false),
	dateField('From Date', 'fromDate', true),
	dateField('To Date', 'toDate', true),
];

/**
 * The ledger dates to get, in order, as `YYYY-MM-DD`.
 *
 * @throws NodeOperationError if one is not a date, or the range is inverted or longer than a year
 */
export function readLedgerDates(context: IExecuteFunctions, itemIndex: number): string[] {
	const read = (parameter: string, name: string) => {
		const field = { parameter, name, fallback: YESTERDAY, itemIndex };
		const given = readValue(context, field);
		const date = toLedgerDate(isInstant(given) ? inWorkflowZone(context, given) : given);
		if (date !== undefined) return date;
		const wanted = 'a real date, as YYYY-MM-DD or as an ISO timestamp';
		throw invalidParameter(context, { ...field, given, wanted });
	};
	const dateRange = { parameter: 'Date Range', name: 'dateRange', fallback: false, itemIndex };
	if (!readBoolean(context, dateRange)) return [read('Date', 'date')];

	const from = read('From Date', 'fromDate');
	const to = read('To Date', 'toDate');
	const count = countLedgerDates(from, to);
	const refuse = (wanted: string) =>
		invalidParameter(context, { parameter: 'To Date', given: to, wanted, itemIndex });
	if (count < 1) throw refuse(`From Date (${from}) or later`);
	if (count > MAX_DATES)
		throw refuse(`at most ${MAX_DATES} dates after From Date (${from}), not ${count}`);
	return ledgerDatesBetween(from, to);
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
