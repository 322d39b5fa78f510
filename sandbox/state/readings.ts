import type { Sale } from '../history/sales/entries';
import type { Switches } from './switches';
import type { ReportEntry, SalesEntry } from '../wire';

/** The negative amount, never −0; a missing amount stays missing. */
function minus<T extends number | null | undefined>(amount: T): T | number {
	return typeof amount === 'number' ? 0 - amount : amount;
}

/** Quantities become negative and unit prices do not, so that a line still adds up. */
function negated(entry: SalesEntry): SalesEntry {
	const { amounts, lines } = entry;
	return {
		...entry,
		amounts: {
			...amounts,
			gross: 0 - amounts.gross,
			net: minus(amounts.net),
			vat: minus(amounts.vat),
		},
		lines:
			lines?.map((line) => ({
				...line,
				quantity: 0 - line.quantity,
				discountTotal: 0 - line.discountTotal,
				lineTotalGross: 0 - line.lineTotalGross,
				lineTotalNet: minus(line.lineTotalNet),
				vatAmount: minus(line.vatAmount),
			})) ?? lines,
	};
}

/** A sale as Vipps would send it, under the current switches. */
export function underSwitches(sale: Sale, switches: Switches): SalesEntry {
	if (sale.entry.entryType !== 'refund') return sale.entry;
	const bare =
		switches.refundLines === 'never' || (switches.refundLines === 'mixed' && sale.preferBare);
	const entry = (bare ? sale.bare : undefined) ?? sale.entry;
	return switches.refundSign === 'negative' ? negated(entry) : entry;
}

/** An entry of funds or fees as it is sent under the current switches. */
export function moneyUnderSwitches(entry: ReportEntry, switches: Switches): ReportEntry {
	const sent = { ...entry };
	if (entry.entryType === 'payout-scheduled' && switches.payoutReference !== 'text') {
		sent.reference = switches.payoutReference === 'empty' ? '' : null;
	}
	if (entry.recipientHandle === '' && switches.missingHandle === 'null')
		sent.recipientHandle = null;
	if (entry.entryType === 'fees-retained' && switches.retentionReference === 'null') {
		sent.pspReference = null;
	}
	return sent;
}
