import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isWellFormed } from '../../../vipps/http/path';
import { invalidParameter } from './values/invalidParameter';
import { readValue } from './values/value';

/** The cursor that a feed is read after. */
export const cursorField: INodeProperties = {
	displayName: 'Cursor',
	name: 'cursor',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2ScAAAAAAAA=',
};

/**
 * The cursor as it was given, opaque, without spaces around it; undefined if it is empty.
 *
 * @throws NodeOperationError if it is not a text
 */
export function readCursor(context: IExecuteFunctions, itemIndex: number): string | undefined {
	const field = { parameter: 'Cursor', name: 'cursor', fallback: '', itemIndex };
	const given = readValue(context, field) ?? '';
	const wanted = 'the text that the Checkpoint output gave, or empty';
	if (!isCursor(given)) throw invalidParameter(context, { ...field, given, wanted });
	return given.trim() || undefined;
}

/**
 * The cursor of a checkpoint; undefined if the feed has had no sale yet.
 *
 * @throws NodeOperationError if the item is not a checkpoint
 */
export function readCheckpointCursor(
	context: IExecuteFunctions,
	itemIndex: number,
): string | undefined {
	const field = { parameter: 'Cursor', name: 'cursor', itemIndex };
	const given = readValue(context, field);
	if (isCursor(given)) return given.trim() || undefined;
	const wanted = 'the text that the Checkpoint output of Get From Feed gave';
	const advice =
		'Connect this node to the Checkpoint output, below the branch of the first output, or enter the cursor of the checkpoint by an expression.';
	throw invalidParameter(context, { ...field, given, wanted, advice });
}

const isCursor = (given: unknown): given is string =>
	typeof given === 'string' && isWellFormed(given);
