import type { Backend } from '../../state/backend';
import type { LedgerSales } from '../../state/sales';
import { Problem } from '../problems';

/** Path parameters of everything below a ledger. */
export interface LedgerParams {
	ledgerId: string;
}

/**
 * What was found of a ledger. Throws a 404 if nothing was: it does not exist or these keys may not
 * read it, and Vipps does not tell which.
 */
export function known<T>(found: T | undefined): T {
	if (found === undefined) throw new Problem(404, 'No such ledgerId');
	return found;
}

/** The sales of a ledger, or a 404. */
export const ledgerSales = (backend: Backend, ledgerId: string): LedgerSales =>
	known(backend.withdrawn.has(ledgerId) ? undefined : backend.sales(ledgerId));
