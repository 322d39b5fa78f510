import type { Backend, Book } from '../../state/backend';
import { Problem } from '../problems';

/** Path parameters of everything below a ledger. */
export interface LedgerParams {
	ledgerId: string;
}

/**
 * The sales of a ledger. Throws a 404 when it is not there or not for these keys: Vipps does not
 * tell which.
 */
export function bookOf(backend: Backend, ledgerId: string): Book {
	const book = backend.book(ledgerId);
	if (book === undefined) throw new Problem(404, 'No such ledgerId');
	return book;
}
