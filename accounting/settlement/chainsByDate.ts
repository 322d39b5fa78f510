import { asShapeError } from '../shapeError';
import type { ReportEntry } from '../../vipps/api/reportEntry';
import { createChain, type Chain } from './chain';
import { readMovement } from './movement';

/**
 * Follows the balances of entries of one ledger, of each date apart: in a feed, sales of the next date may come before the payout of this one.
 *
 * @returns a function that takes the next entry, and says where the chain is broken, in words; null if it isn't, or the entry can't be read
 */
export function chainsByDate(): (entry: ReportEntry) => string | null {
	const chains = new Map<string, Chain>();
	return (entry) => {
		try {
			const movement = readMovement(entry);
			const chain = chains.get(movement.ledgerDate) ?? createChain(null);
			chains.set(movement.ledgerDate, chain);
			return chain.add(movement);
		} catch (error) {
			asShapeError(error);
			return null;
		}
	};
}
