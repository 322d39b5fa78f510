import type { MovementKind } from '../settlement/movement';
import type { Totals } from '../settlement/totals';
import type { Role, VoucherLine } from '../voucher/voucher';
import type { PayoutAccounts } from './accounts';

/** The account against the clearing account, for one kind of movement. */
interface Counter {
	role: Role;
	account: string;
	text: string;
}

/** In the order of the lines. Sales and refunds are booked by the sales voucher. */
const order = [
	'fees',
	'payout',
	'returned',
	'disputes',
	'corrections',
	'topUps',
	'other',
] as const satisfies readonly MovementKind[];

/** The lines of a payout: two for each kind of movement, on the clearing account and against it. */
export const payoutLines = (totals: Totals, accounts: PayoutAccounts): VoucherLine[] =>
	order.flatMap((kind) => {
		const { amount, count } = totals[kind];
		const counter = counterOf(kind, accounts);
		if (!counter || amount === 0) return [];
		const { clearingAccount } = accounts;
		const { text } = counter;
		const clearing: Counter = { role: 'clearing', account: clearingAccount, text };
		return [lineOf(counter, 0 - amount, count), lineOf(clearing, amount, count)];
	});

const lineOf = (counter: Counter, amount: number, count: number): VoucherLine => ({
	...counter,
	...{ vatCode: null, vatRate: null, amount, count, isEstimated: false },
});

/** Undefined if the movement is booked elsewhere. */
function counterOf(kind: (typeof order)[number], accounts: PayoutAccounts): Counter | undefined {
	const interim = (text: string): Counter => ({
		...{ role: 'interim', account: accounts.interimAccount, text },
	});
	const counters: Record<(typeof order)[number], Counter | undefined> = {
		fees: feeCounter(accounts),
		payout: transferCounter(accounts, 'Vipps payout'),
		returned: transferCounter(accounts, 'Returned payout'),
		disputes: interim('Disputed sales'),
		corrections: interim('Corrections by Vipps'),
		topUps: interim('Top-ups'),
		other: interim('To be clarified'),
	};
	return counters[kind];
}

/** Fees that were charged before are owed until they are deducted. */
function feeCounter({ feePosting, feeAccount, feesPayableAccount }: PayoutAccounts): Counter {
	const text = 'Vipps fees';
	return feePosting === 'whenDeducted'
		? { role: 'fee', account: feeAccount, text }
		: { role: 'feesPayable', account: feesPayableAccount, text };
}

function transferCounter(accounts: PayoutAccounts, text: string): Counter | undefined {
	const { payoutPosting, bankAccount, inTransitAccount } = accounts;
	if (payoutPosting === 'leaveToBank') return undefined;
	return payoutPosting === 'ledgerDate'
		? { role: 'bank', account: bankAccount, text }
		: { role: 'inTransit', account: inTransitAccount, text };
}
