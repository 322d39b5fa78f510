import type { IDataObject } from 'n8n-workflow';

import { currencyOf } from '../currency';
import { sum, toMajorUnits } from '../money';
import { createChain } from './chain';
import { payoutNumberOf, type Movement } from './movement';
import { addTo, noTotals } from './totals';

/** What is known of a ledger date beside its movements. */
export interface StatementContext {
	ledgerId: string;
	/** `YYYY-MM-DD`. */
	ledgerDate: string;
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
 */
export function toStatement(movements: Movement[], context: StatementContext): Statement {
	const { ledgerId, ledgerDate, currency, before, isFinal } = context;
	const chain = createChain(before);
	const totals = noTotals();
	let finding: string | null = null;
	for (const movement of movements) {
		const broken = chain.add(movement);
		finding ??= broken;
		addTo(totals, movement);
	}
	const opening = movements[0]?.balanceBefore ?? before;
	const closing = movements.length > 0 ? chain.balance : before;
	const { sales, refunds, fees, payout, ...others } = totals;
	const other = sum(Object.values(others).map(({ amount }) => amount));
	const lastPayout = movements.findLast(({ kind }) => kind === 'payout');
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
			payoutNumber: lastPayout ? payoutNumberOf(lastPayout) : null,
			finding,
		},
		closing,
	};
}
