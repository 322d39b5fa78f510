import { currencyOf } from '../currency';
import { formatAmount } from '../money';
import type { Movement } from '../settlement/movement';
import { addExactly } from '../voucher/addExactly';
import { createContentHash } from '../voucher/contentHash';
import type { Finding } from '../voucher/findings';
import {
	balanced,
	type Role,
	type Voucher,
	type VoucherLedger,
	type VoucherLine,
} from '../voucher/voucher';
import { voucherKey } from '../voucher/voucherKey';
import type { PayoutAccounts } from './accounts';

/** How a ledger's fees are paid: deducted from payouts, or invoiced, so that the invoice is the voucher. */
export type FeePayment = 'deducted' | 'invoiced';

const payments = new Map<unknown, FeePayment>([
	['fees-retained', 'deducted'],
	['fees-invoiced', 'invoiced'],
]);

/** How the fees of a ledger were paid last; undefined if there is no payment among these entries of its fees ledger. */
export const feePaymentIn = (fees: readonly Movement[]): FeePayment | undefined =>
	fees.map(({ entry }) => payments.get(entry.entryType)).findLast((each) => each !== undefined);

/** What is charged. Source: Report API guide, "Entry types" of fees. */
const known = new Set<unknown>(['capture-fee', 'service-fee', 'credit-note', 'correction']);

/**
 * The voucher of the fees that were charged on a ledger date: a cost, against what is owed until a payout deducts it. Undefined if they come to
 * nothing.
 *
 * @param fees all entries of the date on the fees ledger
 * @param payment undefined if it is not known
 */
export function feeVoucher(
	ledgerDate: string,
	fees: readonly Movement[],
	payment: FeePayment | undefined,
	ledger: VoucherLedger,
	accounts: Pick<PayoutAccounts, 'feeAccount' | 'feesPayableAccount'>,
): Voucher | undefined {
	const charged = fees.filter(({ entry }) => !payments.has(entry.entryType));
	const amount = charged.reduce((all, fee) => addExactly(all, fee.amount), 0);
	const currency = charged[0]?.entry.currency ?? ledger.currency;
	const findings = findingsOf(charged, payment, currency);
	if (amount === 0 && findings.length === 0) return undefined;
	const hash = createContentHash();
	for (const { entry } of charged) {
		const { entryType = null, pspReference = null, reference = null } = entry;
		hash.add([entryType, pspReference, reference, ledgerDate, entry.amount ?? null]);
	}
	const count = charged.length;
	const lineOf = (role: Role, account: string, of: number): VoucherLine => ({
		...{ role, account, vatCode: null, vatRate: null, text: 'Vipps fees' },
		...{ amount: of, count, isEstimated: false },
	});
	const { ledgerId, unit, organisationNumber } = ledger;
	const lines = [
		lineOf('fee', accounts.feeAccount, 0 - amount),
		lineOf('feesPayable', accounts.feesPayableAccount, amount),
	];
	return balanced({
		key: voucherKey(ledgerId, ledgerDate, 'fees'),
		kind: 'fees',
		date: ledgerDate,
		...{ ledgerId, unit, organisationNumber, currency },
		text: `Vipps fees ${ledgerDate}`,
		lines: amount === 0 ? [] : lines,
		findings,
		contentHash: hash.digest(),
		vatRoundingDifference: 0,
		more: {},
	});
}

function findingsOf(
	charged: readonly Movement[],
	payment: FeePayment | undefined,
	currency: string | null,
): Finding[] {
	const findings: Finding[] = [];
	const { decimals } = currencyOf(currency);
	const sumOf = (some: readonly Movement[]) =>
		some.reduce((all, { amount }) => addExactly(all, amount), 0);
	const doubtful = charged.filter(({ doubt }) => doubt !== undefined);
	if (doubtful.length > 0) {
		const reason = doubtful.map(({ doubt }) => doubt).join('; ');
		findings.push({ code: 'unreadable', count: doubtful.length, amount: sumOf(doubtful), reason });
	}
	if (payment === undefined && charged.length > 0) {
		const reason = 'It is not known whether these fees are deducted or invoiced';
		findings.push({
			code: 'paymentUnknown',
			count: charged.length,
			amount: sumOf(charged),
			reason,
		});
	}
	const strange = charged.filter(({ entry }) => !known.has(entry.entryType));
	if (strange.length > 0) {
		const types = [...new Set(strange.map(({ entry }) => String(entry.entryType)))].sort();
		const amount = sumOf(strange);
		const many = strange.length === 1 ? 'fee' : 'fees';
		const reason = `${strange.length} ${many} of ${formatAmount(amount, decimals)} of an unknown type: ${types.join(', ')}`;
		findings.push({ code: 'unknownType', count: strange.length, amount, reason });
	}
	return findings.sort((one, other) => (one.code < other.code ? -1 : 1));
}
