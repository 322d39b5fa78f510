import fc from 'fast-check';

import type { ReportEntry } from '../../../../vipps/api/reportEntry';
import { chained, grouped, type Draft } from './funds';

const types = [
	'capture',
	'refund',
	'fees-retained',
	'correction',
	'top-up',
	'payout-aborted',
	'new',
];
const draft = fc.record({
	entryType: fc.constantFrom(...types),
	amount: fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((amount) => amount !== 0),
});
/** Payouts of what is there, or of less. */
const books = fc
	.array(fc.record({ drafts: fc.array(draft, { maxLength: 8 }), kept: fc.nat(500) }), {
		minLength: 1,
		maxLength: 6,
	})
	.map((periods) => {
		let balance = 0;
		const drafts: Draft[] = periods.flatMap(({ drafts: before, kept }, index) => {
			balance += before.reduce((total, { amount }) => total + amount, 0);
			const paid = balance - kept;
			if (paid <= 0) return before;
			balance = kept;
			const pspReference = `9-${2_000_001 + index}`;
			return [...before, { entryType: 'payout-scheduled', amount: -paid, pspReference }];
		});
		return chained(drafts);
	});

describe('any books', () => {
	it('give payouts that add up: opening and movements are payout and closing', () => {
		fc.assert(
			fc.property(books, (entries) => {
				const groups = grouped(entries);
				expect(groups.flatMap((each) => each.entries)).toEqual(entries);
				for (const { opening, closing, totals, payout, finding } of groups) {
					const { payout: paid, ...others } = totals;
					const moved = Object.values(others).reduce((total, { amount }) => total + amount, 0);
					expect((opening ?? NaN) + moved).toBe((closing ?? NaN) - paid.amount);
					expect(paid.amount).toBe(payout?.amount ?? 0);
					expect(finding).toBeNull();
				}
			}),
		);
	});

	it.each([
		{ name: 'removed', change: (all: ReportEntry[], at: number) => all.toSpliced(at, 1) },
		{
			name: 'doubled',
			change: (all: ReportEntry[], at: number) => all.toSpliced(at, 0, all[at] as ReportEntry),
		},
		{
			name: 'altered',
			change: (all: ReportEntry[], at: number) =>
				all.with(at, { ...all[at], amount: (all[at]?.amount ?? 0) + 1 }),
		},
	])('with an entry $name are a finding, unless nothing follows it', ({ name, change }) => {
		fc.assert(
			fc.property(
				books.filter((all) => all.length > 1),
				fc.nat(),
				(entries, seed) => {
					const at = seed % (entries.length - (name === 'removed' ? 1 : 0));
					const findings = grouped(change(entries, at)).map(({ finding }) => finding);
					expect(findings.filter(Boolean).length).toBeGreaterThan(0);
				},
			),
		);
	});
});
