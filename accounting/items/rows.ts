import type { IDataObject } from 'n8n-workflow';

import type { SalesEntry } from '../../vipps/api/salesEntry';
import { toMajorUnits } from '../money';
import { normalise } from '../sale/normalise';
import { dateOf, type Origin } from './origin';

/**
 * One flat item per entry, first the twelve fields that a bookkeeper reads. Amounts are decimals in major units, null if Vipps gave null,
 * and negative for a refund.
 *
 * @throws ShapeError if a field is of another kind than documented
 */
export function toRow(entry: SalesEntry, origin: Origin): IDataObject {
	const { gross, net, vat, currency, lines, finding } = normalise(entry);
	return {
		date: dateOf(entry, origin),
		entryType: entry.entryType ?? null,
		gross: toMajorUnits(gross, currency.decimals),
		net: toMajorUnits(net, currency.decimals),
		vat: toMajorUnits(vat, currency.decimals),
		currency: entry.currency ?? null,
		reference: entry.reference ?? null,
		paymentType: entry.paymentType ?? null,
		salesCategory: entry.classification?.salesCategory ?? null,
		finding,
		ledgerId: origin.ledgerId,
		time: entry.time ?? null,
		pspReference: entry.pspReference ?? null,
		ledgerDate: origin.ledgerDate,
		solution: entry.classification?.solution ?? null,
		lineCount: lines.length,
		hasVatBreakdown: entry.completeness?.hasVatBreakdown ?? null,
	};
}
