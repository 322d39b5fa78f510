import { sum, withSign } from '../money';
import { addsUp, isProduct } from './invariants';
import type { Line, Money, Sale } from './readSale';

type Sign = 1 | -1;

/** The order in which signs are tried: both as usual, the second reversed, the first reversed, both reversed. */
const signPairs: Array<[Sign, Sign]> = [
	[1, 1],
	[1, -1],
	[-1, 1],
	[-1, -1],
];

/** Sums of fractions are not exact: a smaller sum counts as zero. */
const NEARLY_ZERO = 1e-9;

/**
 * A refund with the signs of a credit note: amounts, quantities and discounts are negative, unit prices positive. The signs on the wire are
 * not documented, so they are only used to distinguish lines whose signs differ.
 */
export function asRefund(sale: Sale): Sale {
	const gross = withSign(sale.gross, -1);
	const factor = factorOf(sale.lines);
	return {
		...sale,
		gross,
		...balance(gross, sale, -1),
		lines: sale.lines.map((line) => refundedLine(line, factor)),
	};
}

/**
 * Net and VAT with the signs by which they add up to gross. If two ways do, the VAT has the usual sign; if none does, or an amount is missing,
 * both have the usual sign.
 */
function balance(
	gross: number | null,
	{ net, vat }: Money,
	usual: Sign,
): { net: number | null; vat: number | null } {
	const signed = ([ofVat, ofNet]: [Sign, Sign]) => ({
		net: withSign(net, (usual * ofNet) as Sign),
		vat: withSign(vat, (usual * ofVat) as Sign),
	});
	const fits = (pair: [Sign, Sign]) => addsUp({ gross, ...signed(pair) }) === true;
	return signed(signPairs.find(fits) ?? [1, 1]);
}

/** The factor for the signs of all lines by which they add up to a refund. */
function factorOf(lines: Line[]): Sign {
	const vatLikeGross = (line: Line) =>
		line.gross ? balance(line.gross, line, signOf(line.gross)).vat : line.vat;
	const total = (of: (line: Line) => number | null) => sum(lines.map((line) => of(line) ?? 0));
	const sums = [
		() => total(({ gross }) => gross),
		() => total(vatLikeGross),
		() => lines.reduce((all, { quantity }) => all + (quantity ?? 0), 0),
		() => total(({ discount }) => discount),
		() => total(({ net }) => net),
	];
	for (const sumUp of sums) {
		const found = sumUp();
		if (Math.abs(found) > NEARLY_ZERO) return signOf(-found);
	}
	return 1;
}

/** A number whose sign is the line's: zero if the line is known to cost nothing. */
function signedValueOf({ gross, net, vat, quantity }: Line): number {
	return gross || vat || net || (gross === null ? (quantity ?? 0) : 0);
}

function refundedLine(line: Line, factor: Sign): Line {
	const usual = signedValueOf(line) * factor > 0 ? 1 : -1;
	const gross = withSign(line.gross, usual);
	const unitPriceGross = withSign(line.unitPriceGross, 1);
	const signed = ([ofQuantity, ofDiscount]: [Sign, Sign]) => ({
		quantity: withSign(line.quantity, (usual * ofQuantity) as Sign),
		discount: withSign(line.discount, (usual * ofDiscount) as Sign),
	});
	const fits = (pair: [Sign, Sign]) =>
		isProduct({ ...signed(pair), unitPriceGross, gross }) === true;
	return {
		...line,
		gross,
		unitPriceGross,
		unitPriceNet: withSign(line.unitPriceNet, 1),
		...balance(gross, line, usual),
		...signed(signPairs.find(fits) ?? [1, 1]),
	};
}

const signOf = (value: number): Sign => (value > 0 ? 1 : -1);
