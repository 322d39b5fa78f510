import { compare } from '../compare';
import { addExactly } from './addExactly';
import type { Role } from './voucher';

/** An amount for an account. */
export interface Posting {
	role: Role;
	account: string;
	vatCode: string | null;
	/** In basis points. */
	vatRate: number | null;
	isRefund: boolean;
	/** In signed minor units: a debit is positive, a credit negative. */
	amount: number;
	/** The VAT in it, with its sign. */
	vat: number;
	isEstimated: boolean;
}

/** What postings of one kind come to. */
export interface LineTotal extends Posting {
	/** Of how many sales or movements. */
	count: number;
}

/** Adds postings up by account, VAT and kind: what becomes the lines of a voucher. Its memory does not grow with the number of sales. */
export interface LineTotals {
	/** Adds the postings of one sale or movement. */
	add(postings: Posting[]): void;
	list(): LineTotal[];
}

/** @param refundsOnOwnLines whether refunds are kept apart from sales */
export function createLineTotals(refundsOnOwnLines: boolean): LineTotals {
	const totals = new Map<string, LineTotal>();
	return {
		add(postings) {
			const counted = new Set<LineTotal>();
			for (const posting of postings) {
				const { role, account, vatCode, vatRate, amount, vat } = posting;
				const isRefund = refundsOnOwnLines && posting.isRefund;
				// Money and sales that are not clear must not cancel each other out.
				const side = role === 'interim' ? Math.sign(amount) : 0;
				const key = JSON.stringify([role, account, vatCode, vatRate, isRefund, side]);
				let total = totals.get(key);
				if (!total)
					totals.set(key, (total = { ...posting, isRefund, amount: 0, vat: 0, count: 0 }));
				total.amount = addExactly(total.amount, amount);
				total.vat = addExactly(total.vat, vat);
				total.isEstimated ||= posting.isEstimated;
				counted.add(total);
			}
			for (const total of counted) total.count++;
		},
		list: () => [...totals.values()].filter(({ amount }) => amount !== 0).sort(inOrder),
	};
}

/** The money first, then sales and VAT by rate, and last what a person has to look at. */
const places: Record<Role, number> = {
	...{ clearing: 0, cash: 1, bank: 2, inTransit: 3, fee: 4, feesPayable: 5 },
	...{ sales: 6, vat: 6, rounding: 7, interim: 8 },
};

/** Behind all rates that may be sent. */
const NO_RATE = Number.MIN_SAFE_INTEGER;

function inOrder(one: LineTotal, other: LineTotal): number {
	return (
		places[one.role] - places[other.role] ||
		(other.vatRate ?? NO_RATE) - (one.vatRate ?? NO_RATE) ||
		Number(one.role === 'vat') - Number(other.role === 'vat') ||
		Number(one.isRefund) - Number(other.isRefund) ||
		(one.role === 'interim' ? Math.sign(other.amount) - Math.sign(one.amount) : 0) ||
		compare(one.account, other.account) ||
		compare(one.vatCode ?? '', other.vatCode ?? '')
	);
}
