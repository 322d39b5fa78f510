import type { Country } from './countries';

/**
 * VAT rates of 2026 in basis points (2500 = 25 %).
 *
 * Norway: 25 general, 15 food, 12 transport, hotels and cinema, 0 newspapers and books. Denmark:
 * 25, and 0 on newspapers. Finland: 25.5 general since September 2024; the middle rate fell from 14
 * to 13.5 on 1 January 2026 (food, restaurants, books, culture); 10 on newspapers and magazines; 0.
 */
export const vatRates = {
	NO: [2500, 1500, 1200, 0],
	DK: [2500, 0],
	FI: [2550, 1350, 1000, 0],
} as const satisfies Record<Country, readonly number[]>;

/** A VAT rate that is real in some country, in basis points. */
export type VatRate = (typeof vatRates)[Country][number];

/** The VAT that a gross amount holds, rounded to whole minor units. */
export function vatWithin(gross: number, vatRate: number): number {
	return Math.round((gross * vatRate) / (10_000 + vatRate));
}
