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
	const { sent, sale } = readSigned(entry);
	return { ...sale, finding: findingOf(entry, sent, sale) };
}

/** A sale as it was sent, and with the signs of bookkeeping. @throws ShapeError as {@link normalise} does */
export function readSigned(entry: SalesEntry): { sent: Sale; sale: Sale } {
	const sent = readSale(entry);
	return { sent, sale: sent.isRefund ? asRefund(sent) : sent };
}
