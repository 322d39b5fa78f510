import type { ReportEntry } from '../../../sandbox/index';
import { expectedMoney, expectedStatements } from '../../measure/soak/checks/expectedMoney';

const entry = (entryType: string, amount: number, balanceBefore: number): ReportEntry => ({
	...{ pspReference: `700-${entryType}`, time: '2026-05-16T10:00:00Z', ledgerDate: '2026-05-16' },
	...{ entryType, reference: 'order', currency: 'NOK', amount, balanceBefore },
	...{ balanceAfter: balanceBefore + amount, recipientHandle: 'NO:1' },
});
const capture = entry('capture', 10_000, 500);

describe('The expected transactions', () => {
	it('are entries as they were sent; of a date, with what is known of that', () => {
		expect(expectedMoney('entries', [capture], '7')).toEqual([{ ledgerId: '7', ...capture }]);
		expect(expectedMoney('entries', [capture], '7', true)).toEqual([
			{ ledgerId: '7', isFinal: true, ...capture },
		]);
	});

	it('are rows in kroner', () => {
		expect(expectedMoney('rows', [capture], '7')).toMatchObject([
			{ amount: 100, balanceBefore: 5, balanceAfter: 105, isFinal: null, finding: null },
		]);
	});
});

describe('The expected statements', () => {
	it('open as the date before closed, and hold what they do not name as other', () => {
		const dates = [
			{ ledgerDate: '2026-05-15', entries: [], isFinal: true },
			{
				ledgerDate: '2026-05-16',
				entries: [capture, entry('top-up', 1, 10_500), entry('payout-scheduled', -10_000, 10_501)],
				isFinal: true,
			},
			{ ledgerDate: '2026-05-17', entries: [], isFinal: false },
		];
		expect(expectedStatements('7', dates)).toMatchObject([
			{ ledgerDate: '2026-05-15', opening: 5, sales: 0, closing: 5, payoutNumber: null },
			{
				opening: 5,
				sales: 100,
				other: 0.01,
				payouts: -100,
				closing: 5.01,
				payoutNumber: 'scheduled',
			},
			{ ledgerDate: '2026-05-17', opening: 5.01, closing: 5.01, isFinal: false },
		]);
	});
});
