import { latestPayouts, payoutDifferences } from '../../../../demo/payouts/truth.cts';
import type { Payout } from '../../../../demo/payouts/payouts.cts';
import type { ReportEntry, Sandbox } from '../../../../sandbox/index';

const entry = (entryType: string, amount: number, more: Partial<ReportEntry> = {}) =>
	({ entryType, amount, ...more }) as ReportEntry;
const payoutEntry = (number: string, amount: number) =>
	entry('payout-scheduled', amount, { pspReference: `1-${number}`, reference: `Utb. ${number}` });

const sandboxOf = (ledgers: Record<string, Record<string, ReportEntry[]>>) =>
	({
		ledgers: () => Object.keys(ledgers).map((ledgerId) => ({ ledgerId, currency: 'NOK' })),
		movementsOfDate: (ledgerId: string, _: string, date: string) => ledgers[ledgerId]?.[date] ?? [],
	}) as unknown as Sandbox;

const dates = ['2026-05-02', '2026-05-03', '2026-05-04'];
const payout: Payout = {
	...{ ledgerId: '1', payoutNumber: '2000002', ledgerDate: '2026-05-03', currency: 'NOK' },
	...{ sales: 3000, refunds: -500, fees: -100, payout: 2400, bankText: 'Utb. 2000002' },
};

describe("the sandbox's own payouts", () => {
	it('are the latest of each ledger, with all behind the payout before', () => {
		const sandbox = sandboxOf({
			'1': {
				'2026-05-01': [entry('capture', 700), payoutEntry('2000001', -700)],
				'2026-05-02': [entry('capture', 1000)],
				'2026-05-03': [
					...[entry('capture', 2000), entry('refund', -500), entry('fees-retained', -100)],
					payoutEntry('2000002', -2400),
				],
				'2026-05-04': [entry('capture', 900)],
			},
			'2': { '2026-05-02': [entry('capture', 1000)] },
		});
		expect(latestPayouts(sandbox, dates)).toEqual([payout]);
	});
});

describe('the differences from them', () => {
	it('are none if all figures and texts agree', () => {
		expect(payoutDifferences([payout], [payout])).toEqual([]);
	});

	it('name the ledger and the figure', () => {
		const other = { ...payout, fees: 0, bankText: null };
		expect(payoutDifferences([payout], [other])).toEqual([
			'Ledger 1, bankText: null, but the sandbox holds Utb. 2000002.',
			'Ledger 1, fees: 0.00, but the sandbox holds -1.00.',
		]);
	});

	it('name a ledger that is missing, has two payouts or should have none', () => {
		const of = (ledgerId: string) => ({ ...payout, ledgerId });
		expect(payoutDifferences([payout, of('2')], [of('2'), of('2'), of('3')])).toEqual([
			'Ledger 3 has no payout in the sandbox.',
			'The payout of ledger 1 is missing.',
			'Ledger 2 has 2 payouts.',
		]);
	});
});
