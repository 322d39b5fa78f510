import { currencyOf } from '../currency';
import { formatAmount } from '../money';
import type { Movement } from './movement';

/** Follows the balances of a ledger. */
export interface Chain {
	/** The balance so far, in minor units; null before the first movement, if it is not known. */
	balance: number | null;
	/**
	 * Adds the next movement.
	 *
	 * @returns where the chain is broken, in words, which means that an entry is missing, doubled or altered; null if it isn't
	 */
	add(movement: Movement): string | null;
}

/**
 * A chain in which each movement begins with the balance that the one before ended with, and ends with that plus its amount.
 *
 * @param opening the balance before the first movement; null if it is not known
 */
export function createChain(opening: number | null): Chain {
	const chain: Chain = {
		balance: opening,
		add(movement) {
			const { amount, balanceBefore, balanceAfter } = movement;
			const expected = chain.balance;
			chain.balance = balanceAfter;
			if (balanceBefore === null || balanceAfter === null) {
				return `The balance is missing at ${placeOf(movement)}`;
			}
			if (expected !== null && balanceBefore !== expected) {
				return broken(movement, expected, balanceBefore);
			}
			const after = balanceBefore + amount;
			return balanceAfter === after ? null : broken(movement, after, balanceAfter);
		},
	};
	return chain;
}

function broken(movement: Movement, expected: number, given: number): string {
	const { decimals } = currencyOf(movement.entry.currency);
	const show = (amount: number) => formatAmount(amount, decimals);
	return `The chain of balances is broken at ${placeOf(movement)}: ${show(given)} instead of ${show(expected)}`;
}

const placeOf = ({ entry, ledgerDate }: Movement): string =>
	[entry.entryType, entry.pspReference, `on ${ledgerDate}`].filter(Boolean).join(' ');
