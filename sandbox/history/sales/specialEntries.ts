import { BROKEN_SUM_PREFIX } from '../knownPlaces';
import type { Random } from '../random';
import type { SalesEntry } from '../../wire';

/**
 * Changes that Vipps may make at any time: fields and enum values may be added (Sales API guide).
 * About one capture in forty carries one of them, so that a client which refuses or drops what it
 * does not know is found out.
 */
const newsFromVipps: readonly [(entry: SalesEntry) => void, ...Array<(entry: SalesEntry) => void>] =
	[
		(entry) => {
			entry.paymentType = 'INVOICE';
		},
		(entry) => {
			entry.classification.solution = 'SELF_CHECKOUT';
		},
		(entry) => {
			entry.classification.salesCategory = 'MEMBERSHIP';
		},
		(entry) => {
			entry.entryType = 'adjustment';
		},
		(entry) => {
			for (const line of entry.lines ?? []) line.category = 'GIFT_CARD';
		},
		(entry) => {
			Object.assign(entry, { sandboxNewField: { nested: ['of', 'any', 'shape'] } });
		},
		(entry) => {
			Object.assign(entry.amounts, { sandboxNewAmount: 0 });
			Object.assign(entry.classification, { sandboxNewClass: 'TERRACE' });
			Object.assign(entry.completeness, { hasSandboxNewField: true });
			for (const line of entry.lines ?? []) Object.assign(line, { sandboxNewLineField: null });
		},
	];

/** Gives some captures something that no client has seen before. Money is left as it is. */
export function perhapsSomethingNew(entry: SalesEntry, random: Random): void {
	if (random.chance(0.025)) random.pick(newsFromVipps)(entry);
}

/** Whether the order is the one of its month that does not add up. */
export function isBrokenSum(ledgerDate: string, orderNumber: number): boolean {
	return ledgerDate.endsWith('-01') && orderNumber === 2;
}

/** Makes the gross amount 1 more than the lines add up to, and says so in the reference. */
export function breakSum(entry: SalesEntry): void {
	if (!entry.lines?.length) return;
	entry.reference = `${BROKEN_SUM_PREFIX}${entry.reference}`;
	entry.amounts.gross += 1;
}
