import type { Assortment } from '../merchants/assortments';
import type { Random } from '../random';
import { vatWithin } from '../merchants/vatRates';
import type { Amounts, Given, SalesLine } from '../../wire';

/** How much of the VAT the merchant typed in: all of it, on some lines, or on none. */
export type VatGiven = 'all' | 'some' | 'none';

/** A value that is not given is sent as null or left out: both happen. */
export type NotGiven = null | undefined;

/** What a line's amounts follow from. */
interface LineFacts {
	lineId: string;
	name: string;
	quantity: number;
	price: number;
	discount: number;
	vatRate: Given<number>;
	category: Given<string>;
}

function lineOf({
	lineId,
	name,
	quantity,
	price,
	discount,
	vatRate,
	category,
}: LineFacts): SalesLine {
	const lineTotalGross = price * quantity - discount;
	const known = typeof vatRate === 'number';
	const vatAmount = known ? vatWithin(lineTotalGross, vatRate) : vatRate;
	return {
		lineId,
		name,
		quantity,
		unitPriceGross: price,
		unitPriceNet: known ? price - vatWithin(price, vatRate) : vatRate,
		discountTotal: discount,
		lineTotalGross,
		lineTotalNet: typeof vatAmount === 'number' ? lineTotalGross - vatAmount : vatAmount,
		vatRate,
		vatAmount,
		category,
	};
}

function discountOn(total: number, random: Random): number {
	if (!random.chance(0.1)) return 0;
	return random.chance(0.1) ? total : Math.round((total * random.pick([10, 15, 20, 33])) / 100);
}

/**
 * A basket of one to four lines whose amounts follow the documented rules (Sales API guide,
 * invariants).
 */
export function basketOf(
	assortment: Assortment,
	vatGiven: VatGiven,
	notGiven: NotGiven,
	random: Random,
): SalesLine[] {
	const size = vatGiven === 'some' ? random.whole(2, 4) : random.pick([1, 1, 1, 2, 2, 3, 4]);
	const firstId = random.whole(100_000, 899_999);
	return Array.from({ length: size }, (_, at) => {
		const product = random.pick(assortment);
		const quantity = random.pick([1, 1, 1, 1, 2, 2, 3, 5]);
		const given = vatGiven === 'all' || (vatGiven === 'some' && at % 2 === 0);
		return lineOf({
			lineId: String(firstId + at * 7),
			name: product.name,
			quantity,
			price: product.price,
			discount: discountOn(product.price * quantity, random),
			vatRate: given ? product.vatRate : notGiven,
			category: random.chance(0.1) ? null : 'GOODS',
		});
	});
}

/** What is given back of a basket: all lines, or the first one, of which perhaps only one piece. */
export function returnedOf(lines: SalesLine[], random: Random): SalesLine[] {
	const [first] = lines;
	if (first === undefined || random.chance(0.5)) return lines.map((line) => ({ ...line }));
	if (first.quantity === 1 || first.discountTotal !== 0) return [{ ...first }];
	const { lineId, name, unitPriceGross: price, vatRate, category } = first;
	return [lineOf({ lineId, name, quantity: 1, price, discount: 0, vatRate, category })];
}

/**
 * The amounts of an entry from its lines. Without VAT on every line the VAT of the whole is either
 * not given or the sum of what is known; the documentation allows both.
 */
export function amountsOf(lines: SalesLine[], notGiven: NotGiven, random: Random): Amounts {
	const gross = lines.reduce((sum, line) => sum + line.lineTotalGross, 0);
	const known = lines.flatMap((line) => line.vatAmount ?? []);
	const usable = known.length === lines.length || (known.length > 0 && random.chance(0.5));
	if (!usable) return { gross, net: notGiven, vat: notGiven };
	const vat = known.reduce((sum, amount) => sum + amount, 0);
	return { gross, net: gross - vat, vat };
}
