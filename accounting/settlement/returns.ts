import { payoutNumberOf, type Movement } from './movement';
import type { PayoutGroup } from './payouts';

/**
 * Finds the payout that each returned one (`payout-aborted`) puts back: by the number at the end of its PSP reference, else the latest
 * payout before it of the same amount that nothing else returns. A payout outside the groups is not found.
 *
 * @param groups in their order on the ledger
 * @returns the movement that returns it, by payout
 */
export function matchReturns(groups: PayoutGroup[]): Map<Movement, Movement> {
	const matched = new Map<Movement, Movement>();
	const match = (find: (payouts: Movement[], returned: Movement) => Movement | undefined) => {
		const done = new Set(matched.values());
		const payouts: Movement[] = [];
		for (const { returns, payout } of groups) {
			for (const returned of returns.filter((movement) => !done.has(movement))) {
				const open = payouts.filter((before) => !matched.has(before));
				const found = find(open, returned);
				if (found) matched.set(found, returned);
			}
			if (payout) payouts.push(payout);
		}
	};
	match((payouts, returned) => {
		const number = payoutNumberOf(returned);
		return payouts.find((payout) => number !== null && payoutNumberOf(payout) === number);
	});
	match((payouts, { amount }) => payouts.findLast((payout) => payout.amount === -amount));
	return matched;
}
