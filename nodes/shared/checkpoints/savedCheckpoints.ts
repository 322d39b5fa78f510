import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { operationError } from '../../../vipps/outcome/errors';
import type { Hints } from '../../../vipps/hints';
import { sketch } from '../../../vipps/outcome/preview';
import { asObject, text } from '../../../vipps/unknown';

/** Up to where a ledger's feed has been worked on. */
export interface SavedPosition extends IDataObject {
	/** Never empty. */
	cursor: string;
	/** ISO 8601, UTC. */
	savedAt: string;
}

/**
 * Where a ledger's position lies in the workflow's static data: each under a key of its own, assigned whole, since n8n may not
 * notice a change further down. n8n writes that data whole when a run ends, so of two runs at a time the last one wins. That
 * may put a position back, never too far forward, since a run saves only what it has worked on from a position that was
 * saved before: sales may come twice, none is lost.
 */
const keyOf = (ledgerId: string) => `vippsSalesPosition ${ledgerId}`;

const stored = (context: IExecuteFunctions) => context.getWorkflowStaticData('global');

/**
 * The position saved for a ledger in this workflow; undefined where there is none.
 *
 * @throws NodeOperationError when something else than a position lies in its place
 */
export function savedPosition(
	context: IExecuteFunctions,
	ledgerId: string,
): SavedPosition | undefined {
	const saved: unknown = stored(context)[keyOf(ledgerId)];
	if (saved === undefined) return undefined;
	const cursor = text(asObject(saved).cursor);
	const savedAt = text(asObject(saved).savedAt);
	if (cursor !== undefined && savedAt !== undefined) return { cursor, savedAt };
	throw operationError(
		context.getNode(),
		`The saved position of ledger ${ledgerId} cannot be read`,
		{
			description: `It is ${sketch(saved)}. Clear it with Feed Position: Clear; then save the cursor to go on from.`,
		},
	);
}

/** Puts a ledger's position in the place of the one before; the other ledgers' stay. */
export function savePosition(
	context: IExecuteFunctions,
	ledgerId: string,
	position: SavedPosition,
): void {
	stored(context)[keyOf(ledgerId)] = position;
}

/** Takes a ledger's position away, also one that cannot be read; gives its cursor, empty where there was none. */
export function clearPosition(context: IExecuteFunctions, ledgerId: string): string {
	const { [keyOf(ledgerId)]: cleared } = stored(context);
	delete stored(context)[keyOf(ledgerId)];
	return text(asObject(cleared).cursor) ?? '';
}

/** Whether n8n keeps what this run changes; a manual run is told that it does not. */
export function keepsPositions(context: IExecuteFunctions, hints: Hints): boolean {
	if (context.getMode() !== 'manual') return true;
	hints.add(
		'warning',
		'This is a manual run: n8n keeps no change of a feed position, and older versions of n8n do not show what is saved either. Publish the workflow and let its trigger start it.',
	);
	return false;
}
