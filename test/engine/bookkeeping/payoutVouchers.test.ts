import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { typedAccounts } from '../../rigs/engine/bookkeeping';
import { ledger } from '../../rigs/engine/rig';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';
import { amountOf, truthOf } from '../../rigs/engine/settlement/truth';

const held = useSettlementRig('vippsBookkeeping');
const [FROM, TO] = ['2026-04-01', '2026-06-14'];
const vouchersOf = (ledgerId: string, more: INodeParameters = {}) => ({
	...{ resource: 'voucher', operation: 'prepareFromPayouts', ledgerId: ledger(ledgerId) },
	...{ ...typedAccounts, feeAccount: '7770', output: 'vouchers' },
	...{ period: 'dateRange', fromDate: FROM, toDate: TO, ...more },
});
const minor = (value: unknown) => Math.round(Number(value) * 100);

const datesFrom = (from: string, to: string) => {
	const dates: string[] = [];
	for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
		dates.push(new Date(at).toISOString().slice(0, 10));
	}
	return dates;
};

interface Line {
	role: string;
	amount: number;
}
const all = (run: { outputs: Array<Array<{ json: IDataObject }>> }) =>
	run.outputs.flatMap((items) => items.map(({ json }) => json));
const sumOf = (vouchers: IDataObject[], ...roles: string[]) =>
	vouchers
		.flatMap(({ lines }) => lines as Line[])
		.filter(({ role }) => roles.includes(role))
		.reduce((sum, { amount }) => sum + minor(amount), 0);

describe.each([
	{ ledgerId: '302321', country: 'NO', is: 'paid out daily' },
	{ ledgerId: '302334', country: 'NO', is: 'paid out weekly' },
	{ ledgerId: '310488', country: 'NO', is: 'paid out monthly' },
	{ ledgerId: '0451893', country: 'DK', is: 'that falls below zero' },
	{ ledgerId: '602118', country: 'FI', is: 'with a reserve' },
])('the payout vouchers of ledger $ledgerId, $is', ({ ledgerId, country }) => {
	const paid = () =>
		truthOf(held.sandbox, ledgerId).payouts.filter(
			({ ledgerDate }) => FROM <= ledgerDate && ledgerDate <= TO,
		);

	it('book everything but sales, to the øre', async () => {
		const bank = { payoutPosting: 'ledgerDate', bankAccount: '1920' };
		const run = await held.run(vouchersOf(ledgerId, { country, ...bank }));
		expect(run.error).toBeUndefined();
		const vouchers = all(run);
		const entries = paid().flatMap((payout) => payout.entries);
		expect(entries.length).toBeGreaterThan(20);
		const moved = entries
			.filter(({ entryType }) => entryType !== 'capture' && entryType !== 'refund')
			.reduce((sum, { amount }) => sum + amount, 0);
		expect(sumOf(vouchers, 'clearing')).toBe(moved);
		expect(sumOf(vouchers, 'fee')).toBe(-amountOf(entries, 'fees-retained'));
		const transferred = amountOf(entries, 'payout-scheduled', 'payout-aborted');
		expect(sumOf(vouchers, 'bank')).toBe(-transferred);
		for (const { debit, credit } of vouchers) expect(debit).toBe(credit);
	});

	it('are dated in the month that they belong to', async () => {
		for (const voucher of all(await held.run(vouchersOf(ledgerId, { country })))) {
			const [, , , , month] = String(voucher.voucherKey).split(':');
			if (month !== undefined) expect(String(voucher.date).slice(0, 7)).toBe(month);
			expect(voucher.text).toBe(`Vipps payout ${String(voucher.payoutNumber)}`);
		}
	});
});

describe('vouchers of fees, if they are a cost when they are charged', () => {
	const charged = { feePosting: 'whenCharged', feesPayableAccount: '2990' };

	it('are one for each day, and payouts clear what is owed for them', async () => {
		const run = await held.run(vouchersOf('302334', charged));
		expect(run.error).toBeUndefined();
		const fees = datesFrom(FROM, TO)
			.flatMap((date) => held.sandbox.movementsOfDate('302334', 'fees', date))
			.filter(({ entryType }) => !['fees-retained', 'fees-invoiced'].includes(entryType));
		const ofFees = all(run).filter(({ kind }) => kind === 'fees');
		expect(ofFees.map(({ date }) => date)).toEqual([
			...new Set(fees.map(({ ledgerDate }) => ledgerDate)),
		]);
		expect(sumOf(ofFees, 'fee')).toBe(-fees.reduce((sum, { amount }) => sum + amount, 0));
		const payouts = all(run).filter(({ kind }) => kind === 'payout');
		expect(sumOf(payouts, 'fee')).toBe(0);
		const paid = truthOf(held.sandbox, '302334').payouts.filter(
			({ ledgerDate }) => FROM <= ledgerDate && ledgerDate <= TO,
		);
		const retained = paid.flatMap(({ entries }) => entries);
		expect(sumOf(payouts, 'feesPayable')).toBe(-amountOf(retained, 'fees-retained'));
	});

	it('are not made if the fees are invoiced, and a hint says so', async () => {
		const given = { ...charged, country: 'DK', feeAccount: '4000' };
		const run = await held.run(vouchersOf('451207', given));
		expect(run.error).toBeUndefined();
		expect(all(run).filter(({ kind }) => kind === 'fees')).toEqual([]);
		expect(run.hints.map(({ message }) => message)).toContain(
			'The fees of ledger 451207 are invoiced. Book the invoices; there are no vouchers of fees.',
		);
	});
});

describe('payout vouchers', () => {
	it('tell that a payout begins before the period, and how to book what was sold then', async () => {
		const { hints } = await held.run(
			vouchersOf('310488', { fromDate: '2026-05-20', toDate: '2026-06-05' }),
		);
		expect(hints.map(({ message }) => message).join()).toMatch(
			/The first payout of ledger 310488 begins on 2026-0\d-\d\d, before the period\. Prepare the sales from/,
		);
	});

	it.each([
		{
			given: { feePosting: 'whenCharged', feesPayableAccount: '={{ "" }}' },
			message: "'Fees Payable Account' must be filled in",
		},
		{ given: { feeAccount: '={{ "" }}' }, message: "'Fee Account' must be filled in" },
		{
			given: { payoutPosting: 'inTransit', inTransitAccount: '={{ "" }}' },
			message: "'In Transit Account' must be filled in",
		},
		{
			given: { payoutPosting: 'byHand' },
			message: "'Payout Posting' must be leaveToBank, ledgerDate or inTransit",
		},
		{
			given: { interimAccount: '1579' },
			message: "'Interim Account' must be another account than 'Clearing Account'",
		},
	])('are refused before any call: $message', async ({ given, message }) => {
		const { error } = await held.run(vouchersOf('302321', given));
		expect(error?.message).toBe(message);
		expect(held.calls()).toEqual([]);
	});
});
