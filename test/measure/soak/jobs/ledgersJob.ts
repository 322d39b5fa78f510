import type { Random } from '../testBed/random';
import type { TestBed } from '../testBed/testBed';
import { compareItems, expectNoItems, randomOnError, type Job } from './job';

/** Lists the ledgers: all, some, or those of a handle. */
export function ledgersJob(testBed: TestBed, random: Random): Job {
	const operation = 'Ledger: Get Many';
	const all = testBed.truth.ledgers();
	const limit = random.chance(0.4) ? random.integer(1, all.length) : Infinity;
	const handle = random.chance(0.3)
		? random.oneOf(all).settlesForRecipientHandles.at(0)
		: undefined;
	const found = handle
		? all.filter(({ settlesForRecipientHandles: handles }) => handles.includes(handle))
		: all;
	return {
		operation,
		parameters: {
			resource: 'ledger',
			operation: 'getAll',
			returnAll: limit === Infinity,
			...(limit !== Infinity && { limit }),
			filters: handle ? { recipientHandle: handle } : {},
		},
		input: [{}],
		onError: randomOnError(random),
		ledgerIds: [],
		check(result, _, checking) {
			if (result.error) return expectNoItems(result, checking);
			compareItems(operation, found.slice(0, limit), result.items, checking);
		},
	};
}
