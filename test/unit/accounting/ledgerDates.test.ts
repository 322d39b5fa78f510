import fc from 'fast-check';
import { DateTime } from 'luxon';

import {
	countLedgerDates,
	ledgerDatesBetween,
	toLedgerDate,
} from '../../../accounting/ledgerDates';

describe('a value for a ledger date', () => {
	it.each([
		{ value: '2026-05-16', expected: '2026-05-16' },
		{ value: ' 2026-05-16 ', expected: '2026-05-16' },
		{ value: '2026-05-16T00:00:00', expected: '2026-05-16' },
		{ value: '2026-05-16T23:59:59.999Z', expected: '2026-05-16' },
		{ value: '2026-05-16T00:30:00+14:00', expected: '2026-05-16' },
		{ value: '2026-05-16T23:30:00-11:00', expected: '2026-05-16' },
		{ value: '2026-05-16 10:00:00', expected: '2026-05-16' },
		{ value: '2028-02-29', expected: '2028-02-29' },
		{ value: '16.05.2026', expected: '2026-05-16' },
		{ value: ' 6.5.2026 ', expected: '2026-05-06' },
	])('$value is read as $expected in any time zone', ({ value, expected }) => {
		expect(toLedgerDate(value)).toBe(expected);
	});

	it('is read in its own time zone if it is a DateTime', () => {
		const late = DateTime.fromISO('2026-05-16T23:30:00', { zone: 'Pacific/Honolulu' });
		expect(toLedgerDate(late)).toBe('2026-05-16');
	});

	it.each([
		'2026-02-30',
		'2026-02-29',
		'2026-13-01',
		'31.02.2026',
		'16.05.26',
		'16.5',
		'05.16.2026',
		'16/05/2026',
		'2026-5-6',
		'2026-05',
		'20260516',
		'2026-W20-6',
		'2026-05-16T25:00:00',
		'2026-05-16, or so',
		'yesterday',
		'',
		20260516,
		null,
		undefined,
		{},
		DateTime.invalid('made so'),
	])('%p is refused', (value) => {
		expect(toLedgerDate(value)).toBeUndefined();
	});
});

describe('the ledger dates of a range', () => {
	it('are all its dates once, in order, across months and leap days', () => {
		expect(ledgerDatesBetween('2028-02-28', '2028-03-01')).toEqual([
			'2028-02-28',
			'2028-02-29',
			'2028-03-01',
		]);
		const start = fc.date({
			min: new Date('2026-01-01'),
			max: new Date('2040-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(start, fc.integer({ min: 0, max: 366 }), (first, days) => {
				const from = first.toISOString().slice(0, 10);
				const to = DateTime.fromISO(from, { zone: 'utc' }).plus({ days }).toISODate() as string;
				const dates = ledgerDatesBetween(from, to);
				expect(dates).toHaveLength(days + 1);
				expect([dates.at(0), dates.at(-1)]).toEqual([from, to]);
				expect(dates).toEqual([...new Set(dates)].sort());
			}),
		);
	});

	it('are none if the last date is before the first', () => {
		expect(countLedgerDates('2026-05-17', '2026-05-16')).toBe(0);
	});
});
