import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Hints } from '../../../vipps/hints';
import type { Feed } from '../checkpoints/feed';
import { keepsCheckpoints, savedCheckpoint } from '../checkpoints/savedCheckpoints';
import { cursorField, readCursor } from './cursor';
import { forLedgers } from './ledgers';
import { readChoice } from './values/choice';

const savedCheckpointOption = {
	name: 'Saved Checkpoint',
	value: 'savedCheckpoint',
	description:
		'Where Checkpoint: Save left off in this workflow, or at the first sale if nothing is saved',
};

const cursorOption = {
	name: 'Cursor',
	value: 'cursor',
	description: 'After a cursor that you enter, or at the first sale',
};

const startOfSeveral: INodeProperties = {
	displayName: 'Start From',
	name: 'startFrom',
	type: 'options',
	default: 'savedCheckpoint',
	description: 'Where in the feed to start',
	options: [savedCheckpointOption],
};

const startOfOne: INodeProperties = {
	...startOfSeveral,
	default: 'cursor',
	options: [cursorOption, savedCheckpointOption],
};

/** Where a feed starts: after a cursor that is given, or after the saved checkpoint. Several ledgers start at a checkpoint each. */
export const startFromFields: INodeProperties[] = [
	forLedgers(startOfOne, 'one'),
	forLedgers(startOfSeveral, 'all', 'selected'),
	forLedgers({ ...cursorField, displayOptions: { show: { startFrom: ['cursor'] } } }, 'one'),
];

/** Where a feed starts. */
export interface FeedStart {
	/** Undefined if the feed starts at the first sale. */
	cursor?: string;
	/** Whether it is the saved checkpoint. */
	isSaved: boolean;
}

/**
 * The function that gives where the feed of a ledger starts. That throws a NodeOperationError if the saved checkpoint cannot be read.
 *
 * @param isSeveral whether several ledgers are read, which have no cursor in common
 * @throws NodeOperationError if an expression gives another choice, or the cursor cannot be read
 */
export function readStart(
	context: IExecuteFunctions,
	hints: Hints,
	feed: Feed,
	isSeveral: boolean,
	itemIndex: number,
): (ledgerId: string) => FeedStart {
	const choices = isSeveral
		? (['savedCheckpoint'] as const)
		: (['cursor', 'savedCheckpoint'] as const);
	const [fallback] = choices;
	const field = { parameter: 'Start From', name: 'startFrom', fallback, itemIndex };
	if (readChoice(context, field, choices) === 'cursor') {
		const start = { cursor: readCursor(context, itemIndex), isSaved: false };
		return () => start;
	}
	keepsCheckpoints(context, hints);
	return (ledgerId) => {
		const saved = savedCheckpoint(context, feed, ledgerId);
		if (saved === undefined) hints.count('info', ledgerId, noneSaved);
		return { cursor: saved?.cursor, isSaved: saved !== undefined };
	};
}

const noneSaved = (ledgers: string, count: number) =>
	count === 1
		? `No checkpoint is saved for ledger ${ledgers} in this workflow: its feed was read from the first sale.`
		: `No checkpoint is saved for ${count} ledgers in this workflow (${ledgers}): their feeds were read from the first sale.`;
