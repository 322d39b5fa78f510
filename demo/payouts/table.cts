import picocolors from 'picocolors';

import type { LedgerItem } from '../sales/sales.cts';
import { formatAmount, tableWith } from '../table.cts';
import { amounts, type Payout } from './payouts.cts';

const head = [
	...['Ledger', 'Payout', 'Ledger date', 'Sales', 'Refunds', 'Fees'],
	...['Paid out', 'Currency', 'Bank text'],
];
const columnsOfTexts = ['Ledger', 'Payout', 'Ledger date', 'Currency', 'Bank text'];

const rest =
	'Where sales, refunds and fees are not what is paid out, the rest is a reserve, a dispute, a correction or a payout that came back.';

/** Payouts as a table, a line for each ledger in the order of the ledgers; one without a payout has dashes. */
export function payoutTable(payouts: readonly Payout[], ledgers: readonly LedgerItem[]): string {
	const table = tableWith(head, columnsOfTexts);
	for (const { ledgerId, currency = '–', salesUnits } of ledgers) {
		const name = salesUnits?.[0]?.name ?? ledgerId;
		const payout = payouts.find((each) => each.ledgerId === ledgerId);
		table.push(
			payout
				? [
						...[name, payout.payoutNumber, payout.ledgerDate],
						...amounts.map((field) => formatAmount(payout[field])),
						...[payout.currency, payout.bankText ?? '–'],
					]
				: [name, ...Array<string>(6).fill('–'), currency, '–'],
		);
	}
	const hasRest = payouts.some(
		({ sales, refunds, fees, payout }) => sales + refunds + fees !== payout,
	);
	return hasRest ? `${table.toString()}\n${picocolors.dim(rest)}` : table.toString();
}
