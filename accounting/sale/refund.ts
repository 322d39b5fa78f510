import { sum, withSign } from '../money';
import { addsUp, isProduct } from './invariants';
import type { Line, Money, Sale } from './readSale';

type Sign = 1 | -1;

/** Both as they usually are, the second turned, the first turned, both turned: the order in which signs are tried. */
const signPairs: Array<[Sign, Sign]> = [
	[1, 1],
	[1, -1],
	[-1, 1],
	[-1, -1],
];

/** Sums of fractions are not exact: what is smaller is none. */
const NEXT_TO_NOTHING = 1e-9;

/**
 * A refund with its signs as on a credit note. The documentation does not tell the signs on the wire, so they only tell lines
 * apart that differ: what is given back is negative, quantities and discounts too, unit prices positive.
 */
export function asRefund(sale: Sale): Sale {
	const gross = withSign(sale.gross, -1);
	const turn = turnOf(sale.lines);
	return {
		...sale,
		gross,
		...balance(gross, sale, -1),
		lines: sale.lines.map((line) => refundedLine(line, turn)),
	};
}

/**
 * Net and VAT with the signs by which they add up to gross. The VAT is negative where both ways are right; where none is, or an
 * amount is missing, both have the sign that is usual.
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

/** What the signs of all lines are to be multiplied by, so that they come to what is given back. */
function turnOf(lines: Line[]): Sign {
	const vatLikeGross = (line: Line) =>
		line.gross ? balance(line.gross, line, signOf(line.gross)).vat : line.vat;
	const total = (of: (line: Line) => number | null) => sum(lines.map((line) => of(line) ?? 0));
	const telling = [
		() => total(({ gross }) => gross),
		() => total(vatLikeGross),
		() => lines.reduce((all, { quantity }) => all + (quantity ?? 0), 0),
		() => total(({ discount }) => discount),
		() => total(({ net }) => net),
	];
	for (const ask of telling) {
		const answer = ask();
		if (Math.abs(answer) > NEXT_TO_NOTHING) return signOf(-answer);
	}
	return 1;
}

/** What tells on which side of the list a line is: nothing, where it is known to cost nothing. */
function tellingSignOf({ gross, net, vat, quantity }: Line): number {
	return gross || vat || net || (gross === null ? (quantity ?? 0) : 0);
}

function refundedLine(line: Line, turn: Sign): Line {
	const usual = tellingSignOf(line) * turn > 0 ? 1 : -1;
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
