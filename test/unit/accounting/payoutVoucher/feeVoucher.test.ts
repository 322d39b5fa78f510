import { feePaymentIn, feeVoucher } from '../../../../accounting/payoutVoucher/feeVoucher';
import { movementOn } from '../../../../accounting/settlement/movement';
import { voucherItems } from '../../../../accounting/voucher/voucherItems';
import { chained, type Draft } from '../settlement/funds';

const accounts = { feeAccount: '7770', feesPayableAccount: '2990' };
const ledger = {
	...{ ledgerId: '302321', currency: 'NOK', unit: 'ACME Fitness Oslo' },
	organisationNumber: '987654321',
};
const DATE = '2026-06-14';
const feesOf = (...drafts: Draft[]) =>
	chained(drafts).map((entry) => movementOn(DATE, { ledgerDate: DATE, ...entry }));
const usual: Draft[] = [438, 227, 87, 87].map((fee) => ({
	entryType: 'capture-fee',
	amount: -fee,
}));
const retained = { entryType: 'fees-retained', amount: 839 };

const voucherOf = (drafts: Draft[], isKnown = true) =>
	feeVoucher(DATE, feesOf(...drafts), isKnown ? 'deducted' : undefined, ledger, accounts);

describe('the voucher of the fees of a day', () => {
	it('books what was charged as a cost, against what is owed, and not what was deducted', () => {
		const voucher = voucherOf([...usual, retained]);
		expect(voucher && voucherItems.vouchers(voucher)[0]).toMatchObject({
			...{ voucherKey: 'vipps:302321:2026-06-14:fees', kind: 'fees', status: 'ready' },
			...{ date: DATE, text: 'Vipps fees 2026-06-14', debit: 8.39, credit: 8.39 },
			lines: [
				{ role: 'fee', account: '7770', debit: 8.39, credit: 0, count: 4 },
				{ role: 'feesPayable', account: '2990', debit: 0, credit: 8.39, count: 4 },
			],
		});
	});

	it('gives back what was credited', () => {
		const voucher = voucherOf([{ entryType: 'credit-note', amount: 500 }]);
		expect(voucher?.lines.map(({ account, amount }) => [account, amount])).toEqual([
			['7770', -500],
			['2990', 500],
		]);
	});

	it.each([
		{ name: 'is not made if nothing was charged', drafts: [retained] },
		{ name: 'is not made of an empty day', drafts: [] },
		{
			name: 'is not made if all was credited',
			drafts: [...usual, { entryType: 'credit-note', amount: 839 }],
		},
	])('$name', ({ drafts }) => {
		expect(voucherOf(drafts)).toBeUndefined();
	});

	it('needs review if it is not known how fees are paid', () => {
		expect(voucherOf(usual, false)?.findings).toEqual([
			{
				...{ code: 'paymentUnknown', count: 4, amount: -839 },
				reason: 'It is not known whether these fees are deducted or invoiced',
			},
		]);
	});

	it('needs review if a fee is of an unknown type, or can not be read', () => {
		const strange = voucherOf([...usual, { entryType: 'levy', amount: -100 }]);
		expect(strange?.lines[0]?.amount).toBe(939);
		expect(strange?.findings.map(({ reason }) => reason)).toEqual([
			'1 fee of −1.00 of an unknown type: levy',
		]);
		const broken = voucherOf([...usual, { entryType: 'capture-fee', amount: 1.5 }]);
		expect(broken?.findings.map(({ code }) => code)).toEqual(['unreadable']);
		expect(broken?.lines[0]?.amount).toBe(839);
	});

	it('has another hash as soon as its fees change, whatever their order', () => {
		const hashOf = (drafts: Draft[]) => voucherOf(drafts)?.contentHash;
		expect(hashOf([...usual].reverse())).toBe(hashOf(usual));
		expect(hashOf([...usual, retained])).toBe(hashOf(usual));
		expect(hashOf(usual.slice(1))).not.toBe(hashOf(usual));
	});
});

describe('how fees are paid', () => {
	const invoiced = { entryType: 'fees-invoiced', amount: 839 };
	it.each([
		{ name: 'deducted', drafts: [...usual, retained], payment: 'deducted' },
		{ name: 'invoiced', drafts: [...usual, invoiced], payment: 'invoiced' },
		{ name: 'as last', drafts: [invoiced, ...usual, retained], payment: 'deducted' },
		{ name: 'not known', drafts: usual, payment: undefined },
	])('is $name', ({ drafts, payment }) => {
		expect(feePaymentIn(feesOf(...drafts))).toBe(payment);
	});
});
