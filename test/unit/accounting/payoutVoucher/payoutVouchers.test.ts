import fc from 'fast-check';

import type { PayoutAccounts } from '../../../../accounting/payoutVoucher/accounts';
import { payoutVouchers } from '../../../../accounting/payoutVoucher/payoutVouchers';
import { joinGroups } from '../../../../accounting/settlement/joinGroups';
import { movementOn } from '../../../../accounting/settlement/movement';
import { groupsOf, type PayoutGroup } from '../../../../accounting/settlement/payouts';
import type { Voucher } from '../../../../accounting/voucher/voucher';
import { voucherItems } from '../../../../accounting/voucher/voucherItems';
import type { ReportEntry } from '../../../../vipps/api/reportEntry';
import { chained, published, type Draft } from '../settlement/funds';

const accounts: PayoutAccounts = {
	...{ clearingAccount: '1579', interimAccount: '1999', feeAccount: '7770' },
	...{ feePosting: 'whenDeducted', feesPayableAccount: '2990' },
	...{ payoutPosting: 'leaveToBank', bankAccount: '1920', inTransitAccount: '1929' },
};
const ledger = {
	...{ ledgerId: '302321', currency: 'NOK', unit: 'ACME Fitness Oslo' },
	...{ organisationNumber: '987654321', handles: ['NO:57860'] },
};
type Paid = PayoutGroup & { payout: NonNullable<PayoutGroup['payout']> };

/** The payouts in entries of one ledger, read date by date. */
function payoutsIn(entries: ReportEntry[]): Paid[] {
	const dates = [...new Set(entries.map(({ ledgerDate }) => String(ledgerDate)))];
	const groups = dates.flatMap((date) => {
		const ofDate = entries.filter(({ ledgerDate }) => ledgerDate === date);
		return groupsOf(
			ofDate.map((entry) => movementOn(date, entry)),
			{ keepsHash: true },
		);
	});
	return joinGroups(groups).filter((group): group is Paid => group.payout !== undefined);
}

const vouchersOf = (entries: ReportEntry[], given: Partial<PayoutAccounts> = {}): Voucher[] =>
	payoutsIn(entries).flatMap((group) => payoutVouchers(group, ledger, { ...accounts, ...given }));
const linesOf = (vouchers: Voucher[]) =>
	vouchers.flatMap(({ lines }) => lines.map(({ account, amount }) => [account, amount]));

/** The payout of the specification: sales of 604.70 less a refund of 125.00, fees of 8.39 and a reserve. */
const scheduled = { entryType: 'payout-scheduled', pspReference: '302321-2000012' };
const day = (...drafts: Draft[]) => chained([{ entryType: 'capture', amount: 35470 }, ...drafts]);
const usual = day(
	{ entryType: 'fees-retained', amount: -839 },
	{ ...scheduled, amount: -34631, reference: 'Utb. 2000012 Vippsnr 57860' },
);

describe('the voucher of a payout', () => {
	it('books the fees that were deducted, and leaves the transfer to the bank', () => {
		expect(linesOf(vouchersOf(usual))).toEqual([
			['7770', 839],
			['1579', -839],
		]);
	});

	it.each([
		{ payoutPosting: 'ledgerDate' as const, account: '1920' },
		{ payoutPosting: 'inTransit' as const, account: '1929' },
	])('books the transfer, too, with $payoutPosting', ({ payoutPosting, account }) => {
		expect(linesOf(vouchersOf(usual, { payoutPosting }))).toEqual([
			['7770', 839],
			['1579', -839],
			[account, 34631],
			['1579', -34631],
		]);
	});

	it('clears what is owed for fees, if they are booked when they are charged', () => {
		expect(linesOf(vouchersOf(usual, { feePosting: 'whenCharged' }))[0]).toEqual(['2990', 839]);
	});

	it('is an item with number, dates, opening balance, payout and bank text', () => {
		const [voucher] = vouchersOf(usual);
		expect(voucher && voucherItems.vouchers(voucher)[0]).toMatchObject({
			...{ voucherKey: 'vipps:302321:2000012:payout', kind: 'payout', status: 'ready' },
			...{ date: '2026-06-14', text: 'Vipps payout 2000012', debit: 8.39, credit: 8.39 },
			...{ payoutNumber: '2000012', fromDate: '2026-06-14', toDate: '2026-06-14' },
			...{ opening: 0, payout: 346.31, bankText: 'Utb. 2000012 Vippsnr 57860' },
			contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
	});

	it('puts disputes, corrections, top-ups and unknown movements where a person looks', () => {
		const odd = day(
			{ entryType: 'retained-disputed-capture', amount: -1000 },
			{ entryType: 'correction', amount: 200 },
			{ entryType: 'top-up', amount: 300 },
			{ entryType: 'levy', amount: -50 },
			{ entryType: 'credit-note', amount: -20 },
			{ ...scheduled, amount: -34900 },
		);
		const [voucher] = vouchersOf(odd);
		expect(linesOf(vouchersOf(odd))).toEqual([
			...[
				['1999', 1000],
				['1579', -1000],
				['1999', -200],
				['1579', 200],
			],
			...[
				['1999', -300],
				['1579', 300],
				['1999', 70],
				['1579', -70],
			],
		]);
		expect(voucher?.findings.map(({ reason }) => reason)).toEqual([
			'1 correction by Vipps of 2.00 is on the interim account',
			'1 disputed sale of −10.00 is on the interim account',
			'1 top-up of 3.00 is on the interim account',
			'2 entries of types without an account, −0.70 in total, are on the interim account: credit-note, levy',
		]);
	});

	it('has a finding if the balances do not add up', () => {
		const [first, ...others] = usual;
		const [voucher] = vouchersOf([{ ...first, balanceAfter: 35471 }, ...others]);
		expect(voucher?.findings).toMatchObject([{ code: 'doesNotAddUp' }]);
	});

	it('gives the reverse of a payout that was returned', () => {
		const returned = day(
			{ entryType: 'payout-aborted', amount: 10000 },
			{ ...scheduled, amount: -45470 },
		);
		expect(linesOf(vouchersOf(returned))).toEqual([]);
		expect(linesOf(vouchersOf(returned, { payoutPosting: 'inTransit' }))).toEqual([
			...[
				['1929', 45470],
				['1579', -45470],
				['1929', -10000],
				['1579', 10000],
			],
		]);
	});

	it('is not made without lines', () => {
		expect(vouchersOf(day({ ...scheduled, amount: -35470 }))).toEqual([]);
	});

	it('has one of its own for fees of an earlier month, on its last date in that month', () => {
		const week = chained([
			{ entryType: 'capture', amount: 10000, ledgerDate: '2026-05-29' },
			{ entryType: 'fees-retained', amount: -175, ledgerDate: '2026-05-29' },
			{ entryType: 'capture', amount: 5000, ledgerDate: '2026-05-30' },
			{ entryType: 'fees-retained', amount: -100, ledgerDate: '2026-06-01' },
			{ ...scheduled, amount: -14725, ledgerDate: '2026-06-01' },
		]);
		const vouchers = vouchersOf(week, { payoutPosting: 'ledgerDate' });
		expect(vouchers.map(({ key, date }) => [key, date])).toEqual([
			['vipps:302321:2000012:payout:2026-05', '2026-05-30'],
			['vipps:302321:2000012:payout', '2026-06-01'],
		]);
		expect(linesOf(vouchers)).toEqual([
			...[
				['7770', 175],
				['1579', -175],
				['7770', 100],
				['1579', -100],
			],
			...[
				['1920', 14725],
				['1579', -14725],
			],
		]);
		expect(vouchers[0]?.contentHash).not.toBe(vouchers[1]?.contentHash);
	});

	it.each(Object.entries(published))('of %s clears what Vipps owed', (_, entries) => {
		const lines = linesOf(vouchersOf(entries, { payoutPosting: 'ledgerDate' }));
		const sold = entries
			.filter(({ entryType }) => entryType === 'capture' || entryType === 'refund')
			.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
		const cleared = lines.filter(([account]) => account === '1579');
		expect(cleared.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(-sold);
	});
});

describe('the vouchers of any payouts', () => {
	const types = ['capture', 'refund', 'fees-retained', 'correction', 'payout-aborted', 'new'];
	const anyDay = fc.record({
		days: fc.integer({ min: 1, max: 5 }),
		entries: fc.array(
			fc.record({
				entryType: fc.constantFrom(...types, 'payout-scheduled'),
				amount: fc.integer({ min: -1e9, max: 1e9 }),
			}),
			{ maxLength: 6 },
		),
	});

	it('balance, and move on the clearing account what Vipps moved but sales', () => {
		fc.assert(
			fc.property(fc.array(anyDay, { maxLength: 12 }), (days) => {
				let date = Date.parse('2026-05-20T00:00:00Z');
				const drafts = days.flatMap(({ days: later, entries }) => {
					date += later * 86_400_000;
					const ledgerDate = new Date(date).toISOString().slice(0, 10);
					return entries.map((entry) => ({ ...entry, ledgerDate }));
				});
				const entries = chained(drafts);
				const vouchers = vouchersOf(entries, { payoutPosting: 'inTransit' });
				const last = entries.findLastIndex(({ entryType }) => entryType === 'payout-scheduled');
				const moved = entries
					.slice(0, last + 1)
					.filter(({ entryType }) => entryType !== 'capture' && entryType !== 'refund')
					.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
				const clearing = linesOf(vouchers).filter(([account]) => account === '1579');
				expect(clearing.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(moved);
				for (const { lines } of vouchers) {
					expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
				}
			}),
		);
	});
});
