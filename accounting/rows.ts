import type { IDataObject } from 'n8n-workflow';

import { toMajorUnits } from './money';
import type { SalesEntry, SalesLine } from '../vipps/types';

/** Where an entry was read: neither field is on the entry itself. `ledgerDate` is null unless the entry was asked for by date. */
export interface Origin {
	ledgerId: string;
	ledgerDate: string | null;
}

/** What tells one sale from another; the first fields of every row and line. */
export function identify(entry: SalesEntry, { ledgerId, ledgerDate }: Origin): IDataObject {
	return {
		ledgerId,
		ledgerDate,
		time: entry.time ?? null,
		entryType: entry.entryType ?? null,
		reference: entry.reference ?? null,
		pspReference: entry.pspReference ?? null,
		currency: entry.currency ?? null,
	};
}

/**
 * One flat item per entry, amounts as decimals in major units, null where Vipps gave null.
 * A refund is negative whatever sign it came with: the sign on the wire is not documented.
 */
export function toRow(entry: SalesEntry, origin: Origin): IDataObject {
	const { gross, net, vat } = entry.amounts ?? {};
	const telling = Number(gross) || Number(net) || Number(vat);
	const sign = isRefund(entry) && telling > 0 ? -1 : 1;
	return {
		...identify(entry, origin),
		gross: toMajorUnits(gross, 'amounts.gross', sign),
		net: toMajorUnits(net, 'amounts.net', sign),
		vat: toMajorUnits(vat, 'amounts.vat', sign),
		paymentType: entry.paymentType ?? null,
		solution: entry.classification?.solution ?? null,
		salesCategory: entry.classification?.salesCategory ?? null,
		lineCount: linesOf(entry).length,
		hasVatBreakdown: entry.completeness?.hasVatBreakdown ?? null,
	};
}

/** Entry types are an open set in unknown case; anything but a refund keeps its sign. */
export function isRefund(entry: SalesEntry): boolean {
	return entry.entryType?.toLowerCase() === 'refund';
}

/**
 * The entry's order lines, none where Vipps gave none.
 *
 * @throws TypeError when `lines` is something else than a list of objects
 */
export function linesOf(entry: SalesEntry): SalesLine[] {
	const lines: unknown = entry.lines ?? [];
	const isList = Array.isArray(lines) && lines.every((line) => typeof line === 'object' && line);
	if (!isList) {
		throw new TypeError(
			`lines is ${JSON.stringify(lines).slice(0, 80)}, not a list of order lines. Set Output to Entries to get the sale exactly as Vipps sent it.`,
		);
	}
	return lines as SalesLine[];
}
