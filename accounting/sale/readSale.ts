import type { SalesEntry, SalesLine } from '../../vipps/api/salesEntry';
import { currencyOf, type Currency } from '../currency';
import { assertExactNumbers } from '../exactNumbers';
import { readAmount } from '../money';
import { ShapeError } from '../shapeError';

/** Signed minor units; null if Vipps gave none. */
export interface Money {
	/** VAT included. */
	gross: number | null;
	net: number | null;
	vat: number | null;
}

/** An order line. Unit prices are before discount, gross, net and VAT are of the whole line after it. */
export interface Line extends Money, Pick<SalesLine, 'lineId' | 'name' | 'category'> {
	/** May be a fraction, of a kilogram, for example. */
	quantity: number | null;
	unitPriceGross: number | null;
	unitPriceNet: number | null;
	discount: number | null;
	/** In basis points: 2500 is 25 %. */
	vatRate: number | null;
}

/** The amounts of a capture, a refund or another entry. */
export interface Sale extends Money {
	isRefund: boolean;
	currency: Currency;
	lines: Line[];
}

type Fields = Record<string, unknown>;

/**
 * A sale with every sign as it was sent.
 *
 * @throws ShapeError if a field is of another kind than documented, so that a row or line could not show it unchanged
 */
export function readSale(entry: SalesEntry): Sale {
	const currency = currencyOf(entry.currency);
	const amounts = asFields(entry.amounts, 'amounts');
	asFields(entry.classification, 'classification');
	asFields(entry.completeness, 'completeness');
	const amount = (name: string) =>
		readAmount(amounts[name], currency.decimals, () => `amounts.${name}`);
	const sale = {
		isRefund: isRefund(entry),
		currency,
		gross: amount('gross'),
		net: amount('net'),
		vat: amount('vat'),
		lines: asLines(entry.lines).map((line, at) => readLine(line, at, currency.decimals)),
	};
	assertExactNumbers(entry);
	return sale;
}

/** Entry types are an open set of texts, in capitals or not. */
export const isRefund = ({ entryType }: SalesEntry): boolean =>
	typeof entryType === 'string' && entryType.toLowerCase() === 'refund';

function readLine(line: SalesLine, at: number, decimals: number): Line {
	const pathOf = (name: keyof SalesLine) => `lines[${at}].${name}`;
	const amount = (name: keyof SalesLine) => readAmount(line[name], decimals, () => pathOf(name));
	const { lineId, name, category, quantity = null, vatRate = null } = line;
	if (quantity !== null && !Number.isFinite(quantity)) {
		throw new ShapeError(pathOf('quantity'), quantity, 'not a number');
	}
	if (vatRate !== null && !Number.isSafeInteger(vatRate)) {
		throw new ShapeError(pathOf('vatRate'), vatRate, 'not a whole number of basis points');
	}
	return {
		lineId,
		name,
		category,
		quantity,
		vatRate,
		unitPriceGross: amount('unitPriceGross'),
		unitPriceNet: amount('unitPriceNet'),
		discount: amount('discountTotal'),
		gross: amount('lineTotalGross'),
		net: amount('lineTotalNet'),
		vat: amount('vatAmount'),
	};
}

function asLines(value: unknown): SalesLine[] {
	if (value === null || value === undefined) return [];
	if (!Array.isArray(value)) throw new ShapeError('lines', value, 'not a list of order lines');
	return value.map((line, at) => {
		if (!isFields(line)) throw new ShapeError(`lines[${at}]`, line, 'not an order line');
		return line as SalesLine;
	});
}

/** The fields of an object; none if it is not given. */
function asFields(value: unknown, name: string): Fields {
	if (value === null || value === undefined) return {};
	if (!isFields(value)) throw new ShapeError(name, value, 'not an object');
	return value;
}

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
