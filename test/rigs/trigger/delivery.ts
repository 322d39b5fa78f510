import type { Sandbox } from '../../../sandbox/index';
import { differenceOf } from '../difference';

/** What was sold: the ledgers, and the feed of each. */
export type SaleSource = Pick<Sandbox, 'ledgers' | 'sales'>;

/** How many sales each ledger had at some instant. */
export type SaleCounts = Map<string, number>;

/** How what a workflow delivered differs from what was sold. */
export interface Delivery {
	/** Sales that never came. */
	lost: number;
	/** Items that came under a key that had come before. */
	duplicates: number;
	/** Items that are no sale as the sandbox has it. */
	unexpected: number;
}

/** All sales once. */
export const exact: Delivery = { lost: 0, duplicates: 0, unexpected: 0 };

const idsOf = (source: SaleSource) => source.ledgers().map(({ ledgerId }) => ledgerId);

/** How many sales there are by now. */
export const saleCountsOf = (source: SaleSource): SaleCounts =>
	new Map(idsOf(source).map((ledgerId) => [ledgerId, source.sales(ledgerId).length]));

/** Every sale after these counts (without them: every sale ever), as its item is to be, without the key. */
export const soldSince = (source: SaleSource, before: SaleCounts = new Map()): object[] =>
	idsOf(source).flatMap((ledgerId) =>
		source
			.sales(ledgerId)
			.slice(before.get(ledgerId) ?? 0)
			.map((entry) => ({ ledgerId, ...entry })),
	);

/** Compares what was delivered with what was sold, whole entries: two sales under one key would count as one lost. */
export function compareDelivery(delivered: unknown[], sold: object[]): Delivery {
	const byKey = new Map<unknown, object>();
	for (const item of delivered) {
		const { dedupeKey, ...sale } = item as Record<string, unknown>;
		if (!byKey.has(dedupeKey)) byKey.set(dedupeKey, sale);
	}
	const { lost, duplicates, unexpected } = differenceOf(sold, [...byKey.values()]);
	return {
		lost,
		duplicates: delivered.length - byKey.size,
		unexpected: duplicates + unexpected,
	};
}
