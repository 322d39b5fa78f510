import type { Line, Money } from './readSale';

/** Whether gross is net plus VAT; undefined if one of them is missing. */
export function addsUp({ gross, net, vat }: Money): boolean | undefined {
	if (gross === null || net === null || vat === null) return undefined;
	return net + vat === gross;
}

/**
 * Whether a line's unit price × quantity − discount is its total; undefined if one of them is missing. If the quantity is a
 * fraction, the total may be rounded to the next minor unit.
 *
 * @param tolerance in minor units
 */
export function isProduct(
	{
		unitPriceGross,
		quantity,
		discount,
		gross,
	}: Pick<Line, 'unitPriceGross' | 'quantity' | 'discount' | 'gross'>,
	tolerance = 0.5,
): boolean | undefined {
	if (unitPriceGross === null || quantity === null || discount === null || gross === null) {
		return undefined;
	}
	const price = unitPriceGross * quantity;
	// The error of one floating point multiplication.
	const inexact = Math.abs(price) * Number.EPSILON;
	return Math.abs(price - (gross + discount)) <= tolerance + inexact;
}

/** Whether gross, net and VAT are all positive or all negative; those that are missing or zero do not count. */
export function hasOneSign({ gross, net, vat }: Money): boolean {
	const signs = [gross, net, vat].map((amount) => Math.sign(amount ?? 0));
	return !(signs.includes(1) && signs.includes(-1));
}
