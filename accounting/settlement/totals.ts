import { sum } from '../money';
import { movementKinds, type Movement, type MovementKind } from './movement';

/** Movements of one kind, added up in minor units. */
export interface Total {
	amount: number;
	count: number;
}

/** What movements come to, by kind. */
export type Totals = Record<MovementKind, Total>;

export const noTotals = (): Totals =>
	Object.fromEntries(
		[...movementKinds, 'payout' as const].map((kind) => [kind, { amount: 0, count: 0 }]),
	) as unknown as Totals;

/** Adds a movement to its kind. */
export const addTo = (totals: Totals, { kind, amount }: Movement): void =>
	addToTotal(totals[kind], { amount, count: 1 });

/** Adds further totals to totals. */
export function addTotals(totals: Totals, further: Totals): void {
	for (const kind of Object.keys(totals) as MovementKind[]) addToTotal(totals[kind], further[kind]);
}

function addToTotal(total: Total, { amount, count }: Total): void {
	total.amount = sum([total.amount, amount]);
	total.count += count;
}
