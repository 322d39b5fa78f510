import type { SalesEntry } from '../../vipps/api/salesEntry';
import { findingOf } from './finding';
import { readSale, type Sale } from './readSale';
import { asRefund } from './refund';

/** A sale in the form that rows, lines and sums are made from. */
export interface NormalisedSale extends Sale {
	/** In words, which documented rules the sale breaks; null: none. */
	finding: string | null;
}

/**
 * A sale in signed minor units, with the signs of bookkeeping: those of a credit note for a refund, those that were sent for anything else.
 *
 * @throws ShapeError if a field is of another kind than documented
 */
export function normalise(entry: SalesEntry): NormalisedSale {
	const sent = readSale(entry);
	const sale = sent.isRefund ? asRefund(sent) : sent;
	return { ...sale, finding: findingOf(entry, sent, sale) };
}
