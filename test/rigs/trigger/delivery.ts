import type { Sandbox } from '../../../sandbox/index';

/** What was sold: the ledgers, and the feed of each. */
export type Market = Pick<Sandbox, 'ledgers' | 'sales'>;

/** How many sales each ledger had at some instant. */
export type Mark = Map<string, number>;

/** What a workflow made of the sales. */
export interface Tally {
	/** Sales that never came. */
	lost: number;
	/** Items that came under a key that had come before. */
	repeats: number;
	/** Items that are no sale as the sandbox has it. */
	strange: number;
}

/** All sales once. */
export const exact: Tally = { lost: 0, repeats: 0, strange: 0 };

const idsOf = (market: Market) => market.ledgers().map(({ ledgerId }) => ledgerId);

/** How many sales there are by now. */
export const markOf = (market: Market): Mark =>
	new Map(idsOf(market).map((ledgerId) => [ledgerId, market.sales(ledgerId).length]));

/** Every sale since the mark (without one: ever), as its item is to be, without the key. */
export const soldSince = (market: Market, mark: Mark = new Map()): object[] =>
	idsOf(market).flatMap((ledgerId) =>
		market
			.sales(ledgerId)
			.slice(mark.get(ledgerId) ?? 0)
			.map((entry) => ({ ledgerId, ...entry })),
	);

/** Compares what was delivered with what was sold, whole entries: two sales under one key would count as one lost. */
export function tallyOf(delivered: unknown[], sold: object[]): Tally {
	const byKey = new Map<unknown, string>();
	for (const item of delivered) {
		const { dedupeKey, ...sale } = item as Record<string, unknown>;
		if (!byKey.has(dedupeKey)) byKey.set(dedupeKey, JSON.stringify(sale));
	}
	const missing = new Map<string, number>();
	for (const sale of sold.map((each) => JSON.stringify(each))) {
		missing.set(sale, (missing.get(sale) ?? 0) + 1);
	}
	let strange = 0;
	for (const sale of byKey.values()) {
		const left = missing.get(sale) ?? 0;
		if (left > 0) missing.set(sale, left - 1);
		else strange++;
	}
	const lost = [...missing.values()].reduce((sum, count) => sum + count, 0);
	return { lost, repeats: delivered.length - byKey.size, strange };
}
