import type { IDataObject } from 'n8n-workflow';

import { toMajorUnits } from '../money';
import { dateOf, type Origin } from './origin';
import { normalise } from '../sale/normalise';
import type { Line } from '../sale/readSale';
import type { SalesEntry } from '../../vipps/api/salesEntry';

/** A rate in basis points has two decimals as a percentage, whatever the currency. */
const RATE_DECIMALS = 2;

/** The line of a sale without lines. */
const noLine: Line = {
	lineId: null,
	name: null,
	quantity: null,
	unitPriceGross: null,
	unitPriceNet: null,
	discount: null,
	gross: null,
	net: null,
	vatRate: null,
	vat: null,
	category: null,
};

/**
 * One flat item per order line, first the twelve fields that a bookkeeper reads. Amounts are decimals in major units, the VAT rate is in percent. An entry without lines gives one item whose
 * line fields are null. The lines of a refund are those of a credit note: quantity, discount and totals are negative, unit prices positive.
 * Only the first line has the sale's gross, so that it can be added up.
 *
 * @throws ShapeError if a field is of another kind than documented
 */
export function toLines(entry: SalesEntry, origin: Origin): IDataObject[] {
	const { gross, lines, currency, finding } = normalise(entry);
	const major = (amount: number | null) => toMajorUnits(amount, currency.decimals);
	const date = dateOf(entry, origin);
	return (lines.length > 0 ? lines : [noLine]).map((line, at) => ({
		date,
		entryType: entry.entryType ?? null,
		name: line.name ?? null,
		quantity: line.quantity,
		lineTotalGross: major(line.gross),
		lineTotalNet: major(line.net),
		vatAmount: major(line.vat),
		vatRate: toMajorUnits(line.vatRate, RATE_DECIMALS),
		currency: entry.currency ?? null,
		reference: entry.reference ?? null,
		finding,
		ledgerId: origin.ledgerId,
		unitPriceGross: major(line.unitPriceGross),
		unitPriceNet: major(line.unitPriceNet),
		discountTotal: major(line.discount),
		category: line.category ?? null,
		lineId: line.lineId ?? null,
		saleGross: at === 0 ? major(gross) : null,
		time: entry.time ?? null,
		pspReference: entry.pspReference ?? null,
		ledgerDate: origin.ledgerDate,
	}));
}
