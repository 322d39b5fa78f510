import type { Backend } from '../../state/backend';
import type { LedgerSales } from '../../state/sales';
import { Problem } from '../problems';

/** Path parameters of everything below a ledger. */
export interface LedgerParams {
	ledgerId: string;
}

/** The sales of a ledger. Throws a 404 if it does not exist or these keys may not read it: Vipps does not tell which. */
export function ledgerSales(backend: Backend, ledgerId: string): LedgerSales {
	const sales = backend.sales(ledgerId);
	if (sales === undefined) throw new Problem(404, 'No such ledgerId');
	return sales;
}
