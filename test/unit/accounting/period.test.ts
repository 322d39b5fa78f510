import { DateTime } from 'luxon';

import { datesOfPeriod } from '../../../accounting/period';

/** Worked out by a calendar, not by code. */
const days = [
	{
		day: 'a Tuesday in June',
		now: '2026-06-16T12:00:00',
		yesterday: ['2026-06-15', '2026-06-15'],
		today: ['2026-06-16', '2026-06-16'],
		last7Days: ['2026-06-09', '2026-06-15'],
		thisMonth: ['2026-06-01', '2026-06-16'],
		lastMonth: ['2026-05-01', '2026-05-31'],
	},
	{
		day: 'half past midnight on New Year',
		now: '2027-01-01T00:30:00',
		yesterday: ['2026-12-31', '2026-12-31'],
		today: ['2027-01-01', '2027-01-01'],
		last7Days: ['2026-12-25', '2026-12-31'],
		thisMonth: ['2027-01-01', '2027-01-01'],
		lastMonth: ['2026-12-01', '2026-12-31'],
	},
	{
		day: 'the last of March, whose month before is shorter',
		now: '2027-03-31T23:30:00',
		yesterday: ['2027-03-30', '2027-03-30'],
		today: ['2027-03-31', '2027-03-31'],
		last7Days: ['2027-03-24', '2027-03-30'],
		thisMonth: ['2027-03-01', '2027-03-31'],
		lastMonth: ['2027-02-01', '2027-02-28'],
	},
	{
		day: 'the day after summer time begins, half past midnight',
		now: '2027-03-29T00:30:00',
		yesterday: ['2027-03-28', '2027-03-28'],
		today: ['2027-03-29', '2027-03-29'],
		last7Days: ['2027-03-22', '2027-03-28'],
		thisMonth: ['2027-03-01', '2027-03-29'],
		lastMonth: ['2027-02-01', '2027-02-28'],
	},
	{
		day: 'the day on which summer time ends, half past eleven at night',
		now: '2026-10-25T23:30:00',
		yesterday: ['2026-10-24', '2026-10-24'],
		today: ['2026-10-25', '2026-10-25'],
		last7Days: ['2026-10-18', '2026-10-24'],
		thisMonth: ['2026-10-01', '2026-10-25'],
		lastMonth: ['2026-09-01', '2026-09-30'],
	},
];

describe('the dates of a period', () => {
	it.each(days)('on $day', ({ now, yesterday, today, last7Days, thisMonth, lastMonth }) => {
		const periods = { yesterday, today, last7Days, thisMonth, lastMonth };
		const at = DateTime.fromISO(now, { zone: 'Europe/Oslo' });
		const dates = Object.keys(periods).map((period) => [
			period,
			datesOfPeriod(period as keyof typeof periods, at),
		]);
		expect(Object.fromEntries(dates)).toEqual(periods);
	});
});
