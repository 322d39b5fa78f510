import type { SalesEntry } from '../../vipps/api/salesEntry';
import { cashRoundingOf } from '../currency';
import { sum } from '../money';
import type { Line, Money, Sale } from '../sale/readSale';
import { ratesThatGive, vatOf } from './rates';

/** A part of a sale that has one VAT rate, in signed minor units. */
export interface Part {
	/** In basis points; null if none is given. */
	rate: number | null;
	gross: number;
	/** 0 if no rate is given. */
	vat: number;
	/** Of the order line. */
	category: unknown;
}

/** A sale by VAT rate. */
export interface Breakdown {
	/** With the rest they add up to the sale. */
	parts: Part[];
	/** What lines leave of the amount, such as a tip. */
	rest: number;
	/** Whether the rest is the rounding of a cash amount to coins. */
	isCashRounding: boolean;
	/** Whether the order lines do not add up to the amount. */
	linesDiffer: boolean;
	/** Whether the sale has VAT, but not that of exactly one rate. */
	isUnclear: boolean;
	/** Whether no VAT is given at all. */
	isMissing: boolean;
}

/**
 * Divides a sale by VAT rate: by its order lines if they are of this sale, else by the one rate that gives exactly its VAT.
 *
 * @param gross of the sale
 * @param rates those that the sale can have, in basis points
 */
export function breakDown(
	entry: SalesEntry,
	sale: Sale,
	gross: number,
	rates: readonly number[],
): Breakdown {
	const isGiven = entry.completeness?.hasVatBreakdown !== false;
	const undivided = (linesDiffer: boolean) => ({
		...ofWhole(gross, isGiven ? sale.vat : null, rates),
		...{ rest: 0, isCashRounding: false, linesDiffer },
	});
	if (sale.lines.length === 0) return undivided(false);
	const total = grossOfLines(sale.lines);
	if (total === null) return undivided(true);
	const rest = gross - total;
	const isCashRounding =
		rest !== 0 && isCash(entry) && Math.abs(rest) < cashRoundingOf(entry.currency);
	const isWithin = Math.abs(total) <= Math.abs(gross) && total * gross >= 0;
	if (!isWithin && !isCashRounding) return undivided(true);
	const isMissing =
		!isGiven || (sale.vat === null && sale.lines.every(({ vatRate }) => vatRate === null));
	return {
		parts: sale.lines.map((line) => partOf(line, isGiven)),
		...{ rest, isCashRounding, linesDiffer: rest !== 0 && !isCashRounding },
		...{ isUnclear: false, isMissing },
	};
}

/** Whether it was paid in cash. Never by a missing PSP reference. */
export const isCash = ({ paymentType }: SalesEntry): boolean =>
	typeof paymentType === 'string' && paymentType.trim().toUpperCase() === 'CASH';

function ofWhole(
	gross: number,
	vat: number | null,
	rates: readonly number[],
): Pick<Breakdown, 'parts' | 'isUnclear' | 'isMissing'> {
	const [rate = null, ...others] = vat === null ? [] : ratesThatGive(gross, vat, rates);
	const isClear = rate !== null && others.length === 0;
	const part = isClear ? { rate, vat: vat ?? 0 } : { rate: null, vat: 0 };
	return {
		parts: [{ ...part, gross, category: null }],
		isUnclear: vat !== null && !isClear,
		isMissing: vat === null,
	};
}

function partOf(line: Line, isGiven: boolean): Part {
	const { vatRate, vat, category } = line;
	const gross = grossOf(line) ?? 0;
	if (vatRate === null || !isGiven) return { rate: null, gross, vat: 0, category };
	return { rate: vatRate, gross, vat: vat ?? vatOf(gross, vatRate), category };
}

/** Null if that of a line is not known. */
function grossOfLines(lines: Line[]): number | null {
	const known = lines.flatMap((line) => grossOf(line) ?? []);
	return known.length === lines.length ? sum(known) : null;
}

/** Gross, or net plus VAT if only they are given. */
export const grossOf = ({ gross, net, vat }: Money): number | null =>
	gross ?? (net === null || vat === null ? null : net + vat);
