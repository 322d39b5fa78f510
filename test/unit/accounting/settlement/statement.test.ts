import { groupsOf } from '../../../../accounting/settlement/payouts';
import { toStatement } from '../../../../accounting/settlement/statement';
import type { ReportEntry } from '../../../../vipps/api/reportEntry';
import { chained, movementsOf, published } from './funds';

const statementOf = (entries: ReportEntry[], before: number | null = null) =>
	toStatement(groupsOf(movementsOf(entries)), {
		ledgerId: '12345',
		ledgerDate: '2022-10-01',
		currency: 'NOK',
		before,
		isFinal: true,
	});

describe('the statement of a date', () => {
	it('adds the documented day up to its closing balance', () => {
		expect(statementOf(published.documentedDay)).toEqual({
			row: {
				ledgerId: '12345',
				ledgerDate: '2022-10-01',
				opening: 0,
				sales: 400,
				refunds: -100,
				fees: -12,
				payouts: -288,
				other: 0,
				closing: 0,
				currency: 'NOK',
				isFinal: true,
				payoutNumber: '2000023',
				finding: null,
			},
			closing: 0,
		});
	});

	it('counts disputes, corrections, top-ups and what nobody knows as other', () => {
		const { row, closing } = statementOf(
			chained(
				[
					{ entryType: 'retained-disputed-capture', amount: -500 },
					{ entryType: 'top-up', amount: 300 },
					{ entryType: 'correction', amount: -1 },
					{ entryType: 'levy', amount: -2 },
				],
				1000,
			),
			1000,
		);
		expect(row).toMatchObject({ opening: 10, other: -2.03, closing: 7.97, finding: null });
		expect(closing).toBe(797);
	});

	it('of a date without movements closes as it opened', () => {
		expect(statementOf([], 4200)).toMatchObject({
			row: { opening: 42, sales: 0, closing: 42, payoutNumber: null, finding: null },
			closing: 4200,
		});
		expect(statementOf([]).row).toMatchObject({ opening: null, closing: null });
	});

	it('that does not open as the date before closed has a finding', () => {
		const { row } = statementOf(chained([{ entryType: 'capture', amount: 100 }], 50), 70);
		expect(row.finding).toBe(
			'The chain of balances is broken at capture on 2026-06-14: 0.50 instead of 0.70',
		);
	});

	it('with a balance that Vipps did not send has a finding', () => {
		const [entry] = chained([{ entryType: 'capture', amount: 100 }]);
		const { row } = statementOf([{ ...entry, balanceAfter: undefined }], 0);
		expect(row).toMatchObject({ finding: 'The balance is missing at capture on 2026-06-14' });
	});
});

describe('an entry that cannot be added up', () => {
	it.each([
		{ amount: 12.5, says: 'amount is 12.5, not a whole number of minor units' },
		{ amount: undefined, says: 'amount is nothing, not an amount' },
		{ ledgerDate: 'today', says: 'ledgerDate is "today", not a date' },
		{ balanceBefore: '0', says: 'balanceBefore is "0", not a whole number of minor units' },
	])('is refused: $says', ({ says, ...change }) => {
		const [entry] = chained([{ entryType: 'capture', amount: 100 }]);
		expect(() => movementsOf([{ ...entry, ...change } as ReportEntry])).toThrow(says);
	});
});
