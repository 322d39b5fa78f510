import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { dedupeKeys, readRecentKeys } from '../../../accounting/items/dedupeKey';
import { asObject } from '../../../vipps/unknown';

/**
 * The key, in the workflow's static data, of the numbers that equal cash sales got, by the cursor that they are before: the cursor of the
 * next execution, and that of this one in case the next has to start there again. Each ledger has a key of its own and is assigned whole, as
 * checkpoints are.
 */
const keyOf = (ledgerId: string) => `vippsDedupeKeys sales ${ledgerId}`;

/** Gives the sales of a feed after a cursor the same keys as the trigger does, if the feed has been read from its first sale. */
export function feedKeys(context: IExecuteFunctions, ledgerId: string, start = '') {
	const stored = context.getWorkflowStaticData('global');
	const kept = asObject(stored[keyOf(ledgerId)]);
	const before = readRecentKeys(kept[start]);
	const keys = dedupeKeys(ledgerId, before);
	return {
		next: keys.next,
		skip: keys.skip,
		/** Keeps the numbers for an execution that continues after a cursor. */
		keep(cursor = ''): void {
			const after = keys.recent();
			if (after === undefined || cursor === start) return;
			stored[keyOf(ledgerId)] = { [start]: before ?? [], [cursor]: after } as IDataObject;
		},
	};
}
