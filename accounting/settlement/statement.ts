import type { IDataObject } from 'n8n-workflow';

import { currencyOf } from '../currency';
import { sum, toMajorUnits } from '../money';
import { createChain } from './chain';
import { payoutNumberOf } from './movement';
import type { PayoutGroup } from './payouts';
import { addTotals, noTotals } from './totals';

/** What is known of a ledger date beside its movements. */
export interface StatementContext {
	ledgerId: string;
	/** `YYYY-MM-DD`. */
	ledgerDate: string;
	/** Of the ledger, for a date without movements. */
	currency: string | null;
	/** The closing balance of the date before, in minor units; null if it is not known. */
	before: number | null;
	/** Whether nothing more comes on this date. */
	isFinal: boolean;
}

/** A ledger date as an item, and the balance that the next one opens with. */
export interface Statement {
	row: IDataObject;
	/** In minor units; null if it is not known. */
	closing: number | null;
}

/**
 * The statement of a ledger date: opening + sales + refunds + fees + payouts + other = closing. Each amount has the sign that it has on funds,
 * so payouts are negative.
 *
 * @param groups the movements of the date
 */
export function toStatement(groups: PayoutGroup[], context: StatementContext): Statement {
	const { ledgerId, ledgerDate, before, isFinal } = context;
	const [first] = groups;
	const totals = noTotals();
	for (const group of groups) addTotals(totals, group.totals);
	const findings = groups.map(({ finding }) => finding);
	const opening = first?.opening ?? before;
	const closing = groups.at(-1)?.closing ?? (first ? null : before);
	const { sales, refunds, fees, payout, ...others } = totals;
	const other = sum(Object.values(others).map(({ amount }) => amount));
	const payouts = groups.flatMap((group) => group.payout ?? []);
	const currency = first?.currency ?? context.currency;
	const { decimals } = currencyOf(currency);
	const show = (amount: number | null) => toMajorUnits(amount, decimals);
	return {
		row: {
			ledgerId,
			ledgerDate,
			opening: show(opening),
			sales: show(sales.amount),
			refunds: show(refunds.amount),
			fees: show(fees.amount),
			payouts: show(payout.amount),
			other: show(other),
			closing: show(closing),
			currency,
			isFinal,
			payoutNumber: payouts.map(payoutNumberOf).at(-1) ?? null,
			finding: (first && breakBetween(before, first)) ?? findings.find(Boolean) ?? null,
		},
		closing,
	};
}

const breakBetween = (before: number | null, { first }: PayoutGroup): string | null =>
	before === null ? null : createChain(before).add(first);
