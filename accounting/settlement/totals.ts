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
export function addTo(totals: Totals, { kind, amount }: Movement): void {
	const total = totals[kind];
	total.amount = sum([total.amount, amount]);
	total.count++;
}
