import type { IDataObject } from 'n8n-workflow';

import { currencyOf } from '../currency';
import { toMajorUnits } from '../money';
import { bankTextOf, expectedBankDate } from './bank';
import { movementKinds, payoutNumberOf, type Movement } from './movement';
import type { PayoutGroup } from './payouts';

/** What is known of a payout beside its group. */
export interface PayoutContext {
	ledgerId: string;
	/** The handles that the ledger settles for. */
	handles: readonly string[];
	/** The movement that put the money back. */
	returned?: Movement;
	/** Whether amounts stay in minor units. */
	inMinorUnits?: boolean;
}

/**
 * A payout as an item, first the ten fields that a bookkeeper compares with the bank. Each movement has the sign that it has on funds; only
 * the payout itself is positive. An open group has no number, no ledger date and a payout of 0.
 */
export function toPayoutRow(
	group: PayoutGroup,
	{ ledgerId, handles, returned, inMinorUnits = false }: PayoutContext,
): IDataObject {
	const { payout, currency, totals, ledgerDates, finding } = group;
	const { decimals } = currencyOf(currency);
	const show = (amount: number | null) => (inMinorUnits ? amount : toMajorUnits(amount, decimals));
	const amounts = Object.fromEntries(
		movementKinds.map((kind) => [kind, show(totals[kind].amount)] as const),
	);
	const { sales, refunds, fees, ...others } = amounts;
	return {
		ledgerId,
		payoutNumber: payout ? payoutNumberOf(payout) : null,
		ledgerDate: payout?.ledgerDate ?? null,
		payout: show(0 - (payout?.amount ?? 0)),
		currency,
		sales,
		refunds,
		fees,
		bankText: bankTextOf(group, handles),
		finding,
		status: statusOf(payout, returned),
		returnedDate: returned?.ledgerDate ?? null,
		expectedBankDate: payout ? expectedBankDate(payout.ledgerDate, currency) : null,
		fromDate: ledgerDates[0] ?? null,
		toDate: ledgerDates.at(-1) ?? null,
		opening: show(group.opening),
		...others,
		closing: show(group.closing),
		ledgerDates,
		counts: Object.fromEntries(movementKinds.map((kind) => [kind, totals[kind].count])),
	};
}

function statusOf(payout?: Movement, returned?: Movement): string {
	if (!payout) return 'open';
	return returned ? 'returned' : 'scheduled';
}
