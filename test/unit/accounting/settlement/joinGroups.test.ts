import fc from 'fast-check';

import { joinGroups } from '../../../../accounting/settlement/joinGroups';
import { groupsOf, type PayoutGroup } from '../../../../accounting/settlement/payouts';
import type { ReportEntry } from '../../../../vipps/api/reportEntry';
import { chained, movementsOf, published, type Draft } from './funds';

/** The groups of each date alone, joined. */
function joined(entries: ReportEntry[]): PayoutGroup[] {
	const dates = [...new Set(entries.map(({ ledgerDate }) => ledgerDate))];
	return joinGroups(
		dates.flatMap((date) =>
			groupsOf(movementsOf(entries.filter(({ ledgerDate }) => ledgerDate === date)), {
				keepsEntries: true,
			}),
		),
	);
}
const atOnce = (entries: ReportEntry[]) => groupsOf(movementsOf(entries), { keepsEntries: true });

const types = ['capture', 'refund', 'fees-retained', 'payout-aborted', 'new', 'payout-scheduled'];
const step = fc.record({
	entryType: fc.constantFrom(...types),
	amount: fc.integer({ min: -100_000, max: 100_000 }).filter((amount) => amount !== 0),
	recipientHandle: fc.constantFrom('NO:1', 'NO:2', ''),
	/** How many dates later than the one before. */
	later: fc.constantFrom(0, 0, 0, 1, 2),
});
/** Entries in the order of their dates. */
const books = fc.array(step, { minLength: 2, maxLength: 30 }).map((steps) => {
	let day = Date.parse('2026-06-01');
	return chained(
		steps.map(({ later, ...draft }): Draft => {
			day += later * 86_400_000;
			return { ...draft, ledgerDate: new Date(day).toISOString().slice(0, 10) };
		}),
	);
});

const changes = {
	removed: (all: ReportEntry[], at: number) => all.toSpliced(at, 1),
	doubled: (all: ReportEntry[], at: number) => all.toSpliced(at, 0, all[at] as ReportEntry),
	altered: (all: ReportEntry[], at: number) =>
		all.with(at, { ...all[at], amount: (all[at]?.amount ?? 0) + 1 }),
};

describe('dates that were grouped each alone', () => {
	it('are the same, joined, as if they had been grouped at once', () => {
		fc.assert(
			fc.property(books, (entries) => {
				expect(joined(entries)).toEqual(atOnce(entries));
			}),
		);
	});

	it.each(Object.entries(changes))('have the same findings with an entry %s', (name, change) => {
		fc.assert(
			fc.property(books, fc.nat(), (entries, seed) => {
				// The first entry can be missing, and nothing goes on after the last.
				const first = name === 'removed' ? 1 : 0;
				const at = first + (seed % (entries.length - first - (name === 'removed' ? 1 : 0) || 1));
				fc.pre(at < entries.length - (name === 'removed' ? 1 : 0));
				const changed = change(entries, at);
				const groups = joined(changed);
				expect(groups).toEqual(atOnce(changed));
				expect(groups.some(({ finding }) => finding !== null)).toBe(true);
			}),
		);
	});

	it('cover a date below zero and the one that recovers', () => {
		expect(joined(published.recovery).map(({ ledgerDates }) => ledgerDates)).toEqual([
			['2026-09-01'],
			['2026-09-02', '2026-09-03'],
		]);
	});

	it('of which one lacks a balance have a finding, and the rest is the same', () => {
		const entries = published.recovery.map((entry, index) =>
			index === 2 ? { ...entry, balanceBefore: undefined } : entry,
		);
		const groups = joined(entries);
		expect(groups).toEqual(atOnce(entries));
		expect(groups[1]?.finding).toBe('The balance is missing at refund on 2026-09-02');
	});

	it('with two currencies are a finding', () => {
		const entries = published.recovery.map((entry, index) =>
			index > 2 ? { ...entry, currency: 'SEK' } : entry,
		);
		expect(joined(entries).map(({ finding }) => finding)).toEqual([
			null,
			'There are amounts in NOK and in SEK',
		]);
	});

	it('are none if there are none', () => {
		expect(joinGroups([])).toEqual([]);
	});
});
