/** The countries whose VAT rates are known. */
export const countries = ['NO', 'DK', 'FI'] as const;
export type KnownCountry = (typeof countries)[number];

/** A country of the account mapping; in any other country each rate with an account counts as known. */
export type Country = KnownCountry | 'other';

/** VAT rates in basis points, from high to low: 2500 is 25 %. Sources: Skatteetaten, Skat and Vero, rates of 2026. */
const current: Record<KnownCountry, readonly number[]> = {
	NO: [2500, 1500, 1200, 1111, 0],
	DK: [2500, 0],
	FI: [2550, 1350, 1000, 0],
};

/** Rates of earlier supplies: a sale of a later date can't have them, but its refund has the rate of its sale. */
const ended: Record<KnownCountry, ReadonlyArray<{ rate: number; endsBefore: string }>> = {
	NO: [],
	DK: [],
	FI: [{ rate: 1400, endsBefore: '2026-01-01' }],
};

/**
 * The VAT rates of a country, in basis points.
 *
 * @param date of the sale, `YYYY-MM-DD`; undefined for a refund, since that of its sale is not known
 */
export function ratesOf(country: KnownCountry, date?: string): number[] {
	const earlier = ended[country].filter(
		({ endsBefore }) => date === undefined || date < endsBefore,
	);
	return [...current[country], ...earlier.map(({ rate }) => rate)];
}

/** The VAT in a gross amount, rounded half away from zero, in minor units; 0 at a rate below 0, which no country has. */
export function vatOf(gross: number, rate: number): number {
	if (rate < 0) return 0;
	const doubled = 2 * Math.abs(gross) * rate + 10_000 + rate;
	const divisor = 2 * (10_000 + rate);
	const vat = Number.isSafeInteger(doubled)
		? Math.floor(doubled / divisor)
		: Number(
				(2n * BigInt(Math.abs(gross)) * BigInt(rate) + BigInt(10_000 + rate)) / BigInt(divisor),
			);
	return Math.sign(gross) * vat + 0;
}

/** The rates by which a gross amount has exactly this VAT. */
export const ratesThatGive = (gross: number, vat: number, rates: readonly number[]): number[] =>
	rates.filter((rate) => vatOf(gross, rate) === vat);

/** A rate as text: 2550 → "25.5 %". */
export const showRate = (rate: number): string => `${rate / 100} %`;
