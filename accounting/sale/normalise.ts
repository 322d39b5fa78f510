import type { SalesEntry } from '../../vipps/api/salesEntry';
import { findingOf } from './finding';
import { readSale, type Sale } from './readSale';
import { asRefund } from './refund';

/** A sale as rows, lines and sums take it. */
export interface NormalisedSale extends Sale {
	/** In words, which documented rules the sale breaks; null: none. */
	finding: string | null;
}

/**
 * A sale's amounts and lines with the signs that bookkeeping gives them: a refund as on a credit note, anything else as it was
 * sent.
 *
 * @throws ShapeError when a field is of another kind than documented
 */
export function normalise(entry: SalesEntry): NormalisedSale {
	const sent = readSale(entry);
	const sale = sent.isRefund ? asRefund(sent) : sent;
	return { ...sale, finding: findingOf(entry, sent, sale) };
}
