import type { DateTime } from 'luxon';

/** The periods that follow from the day. */
export const relativePeriods = [
	'yesterday',
	'today',
	'last7Days',
	'thisMonth',
	'lastMonth',
] as const;
export type RelativePeriod = (typeof relativePeriods)[number];

/**
 * The first and the last date (`YYYY-MM-DD`) of a period, both included.
 *
 * @param now in the time zone of the merchant
 */
export function datesOfPeriod(period: RelativePeriod, now: DateTime): [from: string, to: string] {
	const yesterday = now.minus({ days: 1 });
	const lastMonth = now.minus({ months: 1 });
	const periods: Record<RelativePeriod, [from: DateTime, to: DateTime]> = {
		yesterday: [yesterday, yesterday],
		today: [now, now],
		last7Days: [now.minus({ days: 7 }), yesterday],
		thisMonth: [now.startOf('month'), now],
		lastMonth: [lastMonth.startOf('month'), lastMonth.endOf('month')],
	};
	const [from, to] = periods[period];
	return [from.toFormat('yyyy-MM-dd'), to.toFormat('yyyy-MM-dd')];
}
