import type { Movement } from '../history/money/movement';
import { randomOf } from '../history/random';
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
export function moneyUnderSwitches(movement: Movement, switches: Switches): ReportEntry {
	const { entry } = movement;
	const sent = { ...entry };
	if (entry.entryType === 'payout-scheduled' && switches.payoutReference !== 'text') {
		sent.reference = switches.payoutReference === 'empty' ? '' : null;
	}
	if (entry.recipientHandle === '' && switches.missingHandle === 'null')
		sent.recipientHandle = null;
	if (entry.entryType === 'fees-retained') {
		sent.pspReference = retentionReference(movement, switches);
	}
	return sent;
}

/** Production exports show the first form; the documentation shows others, not all in one place. */
function retentionReference({ entry, coveredBy }: Movement, switches: Switches) {
	switch (switches.retentionReference) {
		case 'dated':
			return entry.pspReference;
		case 'numbered':
			return coveredBy;
		case 'opaque':
			return opaqueId(coveredBy, entry.ledgerDate);
		case 'empty':
			return '';
		case 'null':
			return null;
	}
}

const DIGITS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'] as [string, ...string[]];

/** An id that tells nothing, the same for the same keys, such as `01H7W7Q6Y5R-3G58CTAZX0MHKV2`. */
function opaqueId(...keys: string[]): string {
	const random = randomOf('opaque', ...keys);
	const digits = (count: number) =>
		Array.from({ length: count }, () => random.pick(DIGITS)).join('');
	return `01${digits(9)}-${digits(15)}`;
}
