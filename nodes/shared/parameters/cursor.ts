import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isWellFormed } from '../../../vipps/http/path';
import { givenOf } from './values/value';
import { refusal } from './values/invalidParameter';

/** Where a feed goes on. */
export const cursorField: INodeProperties = {
	displayName: 'Cursor',
	name: 'cursor',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2ScAAAAAAAA=',
	description:
		'Start after this point: the cursor of an earlier run, from the Checkpoint output. Left empty, the feed starts at the first sale.',
};

/**
 * The cursor as it was given, opaque, but for blanks around it; empty where there is none yet.
 *
 * @throws NodeOperationError when it is no text
 */
export function readCursor(context: IExecuteFunctions, itemIndex: number): string {
	const field = { parameter: 'Cursor', name: 'cursor', fallback: '', itemIndex };
	const given = givenOf(context, field) ?? '';
	const wanted = 'the text that the Checkpoint output gave, or empty';
	if (!isCursor(given)) throw refusal(context, { ...field, given, wanted });
	return given.trim();
}

/**
 * The cursor of a checkpoint; empty where the feed has had no sale yet.
 *
 * @throws NodeOperationError when there is none: the item is no checkpoint
 */
export function readCheckpointCursor(context: IExecuteFunctions, itemIndex: number): string {
	const field = { parameter: 'Cursor', name: 'cursor', itemIndex };
	const given = givenOf(context, field);
	if (isCursor(given)) return given.trim();
	const wanted = 'the text that the Checkpoint output of Get From Feed gave';
	const advice =
		'Connect this node to the Checkpoint output, below the branch of the entries, or enter the cursor of the checkpoint by an expression.';
	throw refusal(context, { ...field, given, wanted, advice });
}

const isCursor = (given: unknown): given is string =>
	typeof given === 'string' && isWellFormed(given);
