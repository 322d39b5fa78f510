import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { dedupeKeys, readRecentKeys } from '../../../accounting/items/dedupeKey';
import { asObject } from '../../../vipps/unknown';

/**
 * Where the numbers of equal cash sales lie in the workflow's static data, by the cursor behind which they go on: that of the next
 * execution, and that of this one, should the next one have to start there again. By ledger under a key of its own, assigned whole, as
 * positions are.
 */
const keyOf = (ledgerId: string) => `vippsSalesKeys ${ledgerId}`;

/**
 * Gives out the keys of a feed from a cursor on: the same that the trigger gives, as long as the feed has been read from its first sale.
 */
export function feedKeys(context: IExecuteFunctions, ledgerId: string, start: string) {
	const stored = context.getWorkflowStaticData('global');
	const kept = asObject(stored[keyOf(ledgerId)]);
	const before = readRecentKeys(kept[start]);
	const keys = dedupeKeys(ledgerId, before);
	return {
		next: keys.next,
		/** Keeps the numbers for whoever goes on behind a cursor. */
		keep(cursor: string): void {
			const after = keys.recent();
			if (after === undefined || cursor === start) return;
			stored[keyOf(ledgerId)] = { [start]: before ?? [], [cursor]: after } as IDataObject;
		},
	};
}
