import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Hints } from '../../../vipps/hints';
import type { EntryWords, Feed } from '../checkpoints/feed';
import { keepsCheckpoints, savedCheckpoint } from '../checkpoints/savedCheckpoints';
import { cursorField, readCursor } from '../parameters/cursor';
import { forLedgers } from '../parameters/ledgers';
import { readChoice } from '../parameters/values/choice';

/** Where a feed starts. */
export interface FeedStart {
	/** Undefined if the feed starts at the beginning. */
	cursor?: string;
	/** Whether it is the saved checkpoint. */
	isSaved: boolean;
}

/** A feed that can be started at different places, and what its entries are called. */
export interface StartableFeed {
	feed: Feed;
	words: EntryWords;
}

/** Where a feed starts: after a cursor that is given, or after the saved checkpoint. Several ledgers start at a checkpoint each. */
export interface StartFrom {
	fields: INodeProperties[];
	/**
	 * The function that gives where the feed of a ledger starts. That throws a NodeOperationError if the saved checkpoint cannot be read.
	 *
	 * @param isSeveral whether several ledgers are read, which have no cursor in common
	 * @throws NodeOperationError if an expression gives another choice, or the cursor cannot be read
	 */
	read(
		context: IExecuteFunctions,
		hints: Hints,
		isSeveral: boolean,
		itemIndex: number,
	): (ledgerId: string) => FeedStart;
}

export function startFrom({ feed, words }: StartableFeed): StartFrom {
	const noneSaved = noneSavedOf(words);
	return {
		fields: fieldsFor(words),
		read(context, hints, isSeveral, itemIndex) {
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
		},
	};
}

function fieldsFor({ one }: EntryWords): INodeProperties[] {
	const savedCheckpointOption = {
		name: 'Saved Checkpoint',
		value: 'savedCheckpoint',
		description: `Where Checkpoint: Save left off in this workflow, or at the first ${one} if nothing is saved`,
	};
	const cursorOption = {
		name: 'Cursor',
		value: 'cursor',
		description: `After a cursor that you enter, or at the first ${one}`,
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
	const cursor: INodeProperties = {
		...cursorField,
		description: `Cursor from the Checkpoint output of an earlier execution. Leave empty to start at the first ${one}.`,
		displayOptions: { show: { startFrom: ['cursor'] } },
	};
	return [
		forLedgers(startOfOne, 'one'),
		forLedgers(startOfSeveral, 'all', 'selected'),
		forLedgers(cursor, 'one'),
	];
}

const noneSavedOf =
	({ one }: EntryWords) =>
	(ledgers: string, count: number) =>
		count === 1
			? `No checkpoint is saved for ledger ${ledgers} in this workflow: its feed was read from the first ${one}.`
			: `No checkpoint is saved for ${count} ledgers in this workflow (${ledgers}): their feeds were read from the first ${one}.`;
