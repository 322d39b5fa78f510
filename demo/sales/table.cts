import picocolors from 'picocolors';

import { formatAmount, tableWith } from '../table.cts';
import type { CurrencySales, LedgerSales, Sums } from './sales.cts';

const head = [
	'Ledger',
	'Ledger ID',
	'Entries',
	'Captures',
	'Refunds',
	'Gross',
	'Net',
	'VAT',
	'Currency',
];

const columnsOfTexts = ['Ledger', 'Ledger ID', 'Currency'];

/** The sales as a table: a line for each ledger, then one for each currency. */
export function salesTable(
	ledgers: readonly LedgerSales[],
	totals: readonly CurrencySales[],
): string {
	const table = tableWith(head, columnsOfTexts);
	for (const line of ledgers) {
		table.push([line.name, line.ledgerId, ...numbersOf(line), line.currency]);
	}
	for (const line of totals) {
		table.push(
			['Total', '', ...numbersOf(line), line.currency].map((cell) => picocolors.bold(cell)),
		);
	}
	const withoutVat = totals.reduce((sum, line) => sum + line.withoutVat, 0);
	const note = `${withoutVat} entries came without VAT: they count in Gross, not in Net and VAT.`;
	return withoutVat > 0 ? `${table.toString()}\n${picocolors.dim(note)}` : table.toString();
}

/** Shows a dash instead of zero if no entry has VAT. */
function numbersOf({ entries, captures, refunds, gross, net, vat, withoutVat }: Sums): string[] {
	const isVatKnown = entries === 0 || withoutVat < entries;
	return [
		...[entries, captures, refunds].map(String),
		formatAmount(gross),
		...[net, vat].map((amount) => (isVatKnown ? formatAmount(amount) : '–')),
	];
}
