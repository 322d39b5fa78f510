import type { IDataObject } from 'n8n-workflow';

import { toMajorUnits } from '../money';
import { identify, type Origin } from './origin';
import { normalise } from '../sale/normalise';
import type { SalesEntry } from '../../vipps/api/salesEntry';

/**
 * One flat item per entry. Amounts are decimals in major units, null if Vipps gave null, and negative for a refund.
 *
 * @throws ShapeError if a field is of another kind than documented
 */
export function toRow(entry: SalesEntry, origin: Origin): IDataObject {
	const { gross, net, vat, currency, lines, finding } = normalise(entry);
	return Object.assign(identify(entry, origin), {
		gross: toMajorUnits(gross, currency.decimals),
		net: toMajorUnits(net, currency.decimals),
		vat: toMajorUnits(vat, currency.decimals),
		paymentType: entry.paymentType ?? null,
		solution: entry.classification?.solution ?? null,
		salesCategory: entry.classification?.salesCategory ?? null,
		lineCount: lines.length,
		hasVatBreakdown: entry.completeness?.hasVatBreakdown ?? null,
		finding,
	});
}
