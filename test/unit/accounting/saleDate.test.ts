import { DateTime } from 'luxon';
import fc from 'fast-check';

import { dateOfTime } from '../../../accounting/saleDate';

const zones = { NOK: 'Europe/Oslo', DKK: 'Europe/Copenhagen', EUR: 'Europe/Helsinki' };

describe('the date of a sale', () => {
	it.each([
		{ name: 'in summer', time: '2026-06-30T22:30:00Z', NOK: '2026-07-01', EUR: '2026-07-01' },
		{ name: 'an hour earlier', time: '2026-06-30T21:30:00Z', NOK: '2026-06-30', EUR: '2026-07-01' },
		{ name: 'in winter', time: '2026-01-18T22:59:59Z', NOK: '2026-01-18', EUR: '2026-01-19' },
		{
			name: 'as summer begins',
			time: '2026-03-28T22:59:59Z',
			NOK: '2026-03-28',
			EUR: '2026-03-29',
		},
		{
			name: 'in the first summer night',
			time: '2026-03-29T22:00:00Z',
			NOK: '2026-03-30',
			EUR: '2026-03-30',
		},
		{
			name: 'before the last summer night',
			time: '2026-10-24T21:59:59Z',
			NOK: '2026-10-24',
			EUR: '2026-10-25',
		},
		{ name: 'as summer ends', time: '2026-10-25T22:30:00Z', NOK: '2026-10-25', EUR: '2026-10-26' },
		{
			name: 'at the end of the year',
			time: '2026-12-31T22:59:00Z',
			NOK: '2026-12-31',
			EUR: '2027-01-01',
		},
		{
			name: 'at the beginning of a year',
			time: '2026-12-31T23:00:00Z',
			NOK: '2027-01-01',
			EUR: '2027-01-01',
		},
	])("is the calendar day in the merchant's time zone: $name", ({ time, NOK, EUR }) => {
		expect(dateOfTime(time, 'NOK')).toBe(NOK);
		expect(dateOfTime(time, 'DKK')).toBe(NOK);
		expect(dateOfTime(time, 'EUR')).toBe(EUR);
	});

	it.each(['SEK', 'XQZ', null, undefined, 7])(
		'is the day in Norway if the currency is %p',
		(currency) => {
			expect(dateOfTime('2026-06-30T21:30:00Z', currency)).toBe('2026-06-30');
			expect(dateOfTime('2026-06-30T21:30:00Z', 'eur')).toBe('2026-07-01');
		},
	);

	it.each([
		{ time: '2026-01-19T12:45:00.123+02:00', date: '2026-01-19' },
		{ time: '2026-01-20T00:30:00+02:00', date: '2026-01-19' },
		{ time: '2026-01-19T23:59:59.999999Z', date: '2026-01-20' },
		{ time: '2026-01-19T23:30Z', date: '2026-01-20' },
		{ time: '2026-01-19T23:30:00', date: '2026-01-20' },
		{ time: '2026-01-19 23:30:00Z', date: '2026-01-20' },
		{ time: '2026-01-19T24:00:00Z', date: '2026-01-20' },
		{ time: '1850-06-30T23:05:00Z', date: '1850-06-30' },
	])('is read from $time, in UTC if it has no zone', ({ time, date }) => {
		expect(dateOfTime(time, 'NOK')).toBe(date);
	});

	it.each([
		'',
		'yesterday',
		'2026-02-30T12:00:00Z',
		'2026-13-01T12:00:00Z',
		'2026-01-19T25:00:00Z',
		'2026-01-19T12:60:00Z',
		'2026-01-19T12:45:00Z or so',
		'2026-01-19',
		'12:45',
		'2026',
		1_768_826_700_000,
		null,
		undefined,
		{},
	])('is null if the time is %p', (time) => {
		// The result for a valid time must not be reused for an invalid one.
		dateOfTime('2026-02-28T12:00:00Z', 'NOK');
		expect(dateOfTime(time, 'NOK')).toBeNull();
	});

	it('is the one that luxon gives, in any order of sales', () => {
		const sale = fc.record({
			time: fc.date({
				min: new Date('2000-01-01T00:00:00Z'),
				max: new Date('2099-12-31T00:00:00Z'),
				noInvalidDate: true,
			}),
			currency: fc.constantFrom('NOK' as const, 'DKK' as const, 'EUR' as const),
		});
		fc.assert(
			fc.property(fc.array(sale, { minLength: 1 }), (sales) => {
				for (const { time, currency } of sales) {
					const expected = DateTime.fromJSDate(time, { zone: zones[currency] }).toISODate();
					expect(dateOfTime(time.toISOString(), currency)).toBe(expected);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('is the one that luxon gives around both changes of summer time', () => {
		for (const start of ['2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z']) {
			for (let hours = 0; hours < 48; hours++) {
				const at = DateTime.fromISO(start, { zone: 'utc' }).plus({ hours });
				for (const [currency, zone] of Object.entries(zones)) {
					const time = at.toISO({ suppressMilliseconds: true }) as string;
					expect([time, dateOfTime(time, currency)]).toEqual([time, at.setZone(zone).toISODate()]);
				}
			}
		}
	});
});
