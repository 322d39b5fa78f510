import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Hints } from '../../../vipps/hints';
import { operationError } from '../../../vipps/outcome/errors';
import { preview } from '../../../vipps/outcome/preview';
import { asObject, text } from '../../../vipps/unknown';
import type { Feed } from './feed';

/** Everything before its cursor has been processed. */
export interface SavedCheckpoint extends IDataObject {
	/** Never empty. */
	cursor: string;
	/** ISO 8601, UTC. */
	savedAt: string;
}

/**
 * The key of a checkpoint in the workflow's static data. Each has a key of its own and is assigned whole, since n8n may not notice a change
 * further down. n8n stores the static data whole when an execution ends, so of two executions at a time the last one wins. That can set a
 * checkpoint back but never too far forward, since an execution saves only what it processed after a checkpoint that was saved before: sales
 * may come twice, none is lost.
 */
const keyOf = (feed: Feed, ledgerId: string) => `vippsCheckpoint ${feed} ${ledgerId}`;

const stored = (context: IExecuteFunctions) => context.getWorkflowStaticData('global');

/**
 * The checkpoint that is saved in this workflow; undefined if there is none.
 *
 * @throws NodeOperationError if the saved value is not a checkpoint
 */
export function savedCheckpoint(
	context: IExecuteFunctions,
	feed: Feed,
	ledgerId: string,
): SavedCheckpoint | undefined {
	const saved: unknown = stored(context)[keyOf(feed, ledgerId)];
	if (saved === undefined) return undefined;
	const cursor = text(asObject(saved).cursor);
	const savedAt = text(asObject(saved).savedAt);
	if (cursor !== undefined && savedAt !== undefined) return { cursor, savedAt };
	throw operationError(
		context.getNode(),
		`The saved checkpoint of ledger ${ledgerId} cannot be read`,
		{
			description: `It is ${preview(saved)}. Clear it with Checkpoint: Clear, then save the cursor to continue from.`,
		},
	);
}

/** Replaces the checkpoint of one feed and ledger. */
export function saveCheckpoint(
	context: IExecuteFunctions,
	feed: Feed,
	ledgerId: string,
	checkpoint: SavedCheckpoint,
): void {
	stored(context)[keyOf(feed, ledgerId)] = checkpoint;
}

/** Deletes a checkpoint, even one that cannot be read. Gives its cursor; undefined if there was none. */
export function clearCheckpoint(
	context: IExecuteFunctions,
	feed: Feed,
	ledgerId: string,
): string | undefined {
	const { [keyOf(feed, ledgerId)]: cleared } = stored(context);
	delete stored(context)[keyOf(feed, ledgerId)];
	return text(asObject(cleared).cursor);
}

/** Whether n8n keeps what this execution changes. If it does not, since the execution is manual, a hint says so. */
export function keepsCheckpoints(context: IExecuteFunctions, hints: Hints): boolean {
	if (context.getMode() !== 'manual') return true;
	hints.add(
		'warning',
		"Manual execution: the checkpoint isn't saved, and older versions of n8n don't show a saved one either. Publish the workflow and let its trigger start it.",
	);
	return false;
}
