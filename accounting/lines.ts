import type { IDataObject } from 'n8n-workflow';

import { signed, toMajorUnits } from './money';
import { identify, isRefund, linesOf, type Origin } from './rows';
import type { SalesEntry, SalesLine } from '../vipps/types';

/** The fields that may tell the sign of a refund's lines, in the order in which they are asked. */
const tellingSign = [
	'lineTotalGross',
	'lineTotalNet',
	'vatAmount',
	'discountTotal',
	'quantity',
] as const;

/**
 * One flat item per order line, amounts as decimals in major units, the VAT rate in percent. An entry without lines gives one
 * item with the line fields null. Lines of a refund read as on a credit note: quantity, discount and totals negative, unit
 * prices positive, whatever signs they came with, so that quantity × unit price − discount is still the line's total.
 */
export function toLines(entry: SalesEntry, origin: Origin): IDataObject[] {
	const lines = linesOf(entry);
	const identity = identify(entry, origin);
	if (lines.length === 0) return [{ ...identity, ...flatten({}, 1) }];
	const sum = (field: keyof SalesLine) =>
		lines.reduce((total, line) => total + (Number(line[field]) || 0), 0);
	// Lines that cost nothing, all discounted, tell their sign by the discount.
	const telling = tellingSign.map(sum).find((total) => total !== 0) ?? 0;
	const turn = isRefund(entry) && telling > 0 ? -1 : 1;
	const pricesAreNegative = (line: SalesLine) =>
		isRefund(entry) && Number(line.unitPriceGross ?? line.unitPriceNet) < 0;
	return lines.map((line) => ({
		...identity,
		...flatten(line, turn, pricesAreNegative(line) ? -1 : 1),
	}));
}

function flatten(line: SalesLine, turn: 1 | -1, turnPrice: 1 | -1 = 1): IDataObject {
	const amount = (field: keyof SalesLine, sign: 1 | -1) =>
		toMajorUnits(line[field], `lines.${field}`, sign);
	return {
		lineId: line.lineId ?? null,
		name: line.name ?? null,
		quantity:
			typeof line.quantity === 'number'
				? signed(signed(line.quantity, turn), turnPrice)
				: (line.quantity ?? null),
		unitPriceGross: amount('unitPriceGross', turnPrice),
		unitPriceNet: amount('unitPriceNet', turnPrice),
		discountTotal: amount('discountTotal', turn),
		lineTotalGross: amount('lineTotalGross', turn),
		lineTotalNet: amount('lineTotalNet', turn),
		vatRate: toMajorUnits(line.vatRate, 'lines.vatRate'),
		vatAmount: amount('vatAmount', turn),
		category: line.category ?? null,
	};
}
