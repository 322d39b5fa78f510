import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { operationError } from '../../vipps/errors';
import { asObject, sketch, text } from '../../vipps/unknown';
import { hintOnce } from './hintOnce';

/** Up to where a ledger's feed has been worked on. */
export interface SavedPosition extends IDataObject {
	/** Never empty. */
	cursor: string;
	/** ISO 8601, UTC. */
	savedAt: string;
}

/**
 * Where the positions lie in the workflow's static data, one per ledger. n8n writes that data whole when a run ends, so of
 * two runs at a time the last one wins. That may put a position back, never too far forward, since a run saves only what it
 * has worked on from a position that was saved before: sales may come twice, none is lost.
 */
const KEY = 'vippsSalesPositions';

const positions = (context: IExecuteFunctions) =>
	asObject(context.getWorkflowStaticData('global')[KEY]);

/** Assigned whole: n8n may not notice a change further down. */
function assign(context: IExecuteFunctions, changed: Record<string, unknown>): void {
	context.getWorkflowStaticData('global')[KEY] = changed as IDataObject;
}

/**
 * The position saved for a ledger in this workflow; undefined where there is none.
 *
 * @throws NodeOperationError when something else than a position lies in its place
 */
export function savedPosition(
	context: IExecuteFunctions,
	ledgerId: string,
): SavedPosition | undefined {
	const saved = positions(context);
	// An own property: a ledger may be called as what every object has.
	if (!Object.hasOwn(saved, ledgerId)) return undefined;
	const cursor = text(asObject(saved[ledgerId]).cursor);
	const savedAt = text(asObject(saved[ledgerId]).savedAt);
	if (cursor !== undefined && savedAt !== undefined) return { cursor, savedAt };
	throw operationError(
		context.getNode(),
		`The saved position of ledger ${ledgerId} cannot be read`,
		{
			description: `It is ${sketch(saved[ledgerId])}. Clear it with Feed Position: Clear; then save the cursor to go on from.`,
		},
	);
}

/** Puts a ledger's position in the place of the one before; the other ledgers' stay. */
export function savePosition(
	context: IExecuteFunctions,
	ledgerId: string,
	position: SavedPosition,
): void {
	assign(context, { ...positions(context), [ledgerId]: position });
}

/** Takes a ledger's position away, also one that cannot be read; gives its cursor, empty where there was none. */
export function clearPosition(context: IExecuteFunctions, ledgerId: string): string {
	const { [ledgerId]: cleared, ...others } = { ...positions(context) };
	assign(context, others);
	return text(asObject(cleared).cursor) ?? '';
}

/** Whether n8n keeps what this run changes; a manual run is told that it does not. */
export function keepsPositions(context: IExecuteFunctions): boolean {
	if (context.getMode() !== 'manual') return true;
	hintOnce(context, {
		type: 'warning',
		message:
			'This is a manual run: n8n keeps no change of a feed position, and older versions of n8n do not show what is saved either. Publish the workflow and let its trigger start it.',
	});
	return false;
}
