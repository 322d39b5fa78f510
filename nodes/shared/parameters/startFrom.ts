import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Hints } from '../../../vipps/hints';
import { keepsCheckpoints, savedCheckpoint, type Feed } from '../checkpoints/savedCheckpoints';
import { cursorField, readCursor } from './cursor';
import { readChoice } from './values/choice';

/** Where a feed starts: after a cursor that is given, or after the saved checkpoint. */
export const startFromFields: INodeProperties[] = [
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		default: 'cursor',
		description: 'Where in the feed to start',
		options: [
			{
				name: 'Cursor',
				value: 'cursor',
				description: 'After a cursor that you give, or at the first sale',
			},
			{
				name: 'Saved Position',
				value: 'savedPosition',
				description:
					'After the position that Feed Position: Save has saved for this ledger in this workflow; at the first sale when there is none',
			},
		],
	},
	{ ...cursorField, displayOptions: { show: { startFrom: ['cursor'] } } },
];

/** Where a feed starts. */
export interface FeedStart {
	/** Undefined if the feed starts at the first sale. */
	cursor?: string;
	/** Whether it is the saved checkpoint. */
	isSaved: boolean;
}

/** @throws NodeOperationError if an expression gives another choice, or the cursor or the saved checkpoint cannot be read */
export function readStart(
	context: IExecuteFunctions,
	hints: Hints,
	feed: Feed,
	ledgerId: string,
	itemIndex: number,
): FeedStart {
	const field = { parameter: 'Start From', name: 'startFrom', fallback: 'cursor', itemIndex };
	if (readChoice(context, field, ['cursor', 'savedPosition']) === 'cursor') {
		return { cursor: readCursor(context, itemIndex), isSaved: false };
	}
	keepsCheckpoints(context, hints);
	const saved = savedCheckpoint(context, feed, ledgerId);
	if (saved === undefined) hints.count('info', ledgerId, noneSaved);
	return { cursor: saved?.cursor, isSaved: saved !== undefined };
}

const noneSaved = (ledgers: string, count: number) =>
	count === 1
		? `No position is saved for ledger ${ledgers} in this workflow: its feed was read from the first sale.`
		: `No position is saved for ${count} ledgers in this workflow (${ledgers}): their feeds were read from the first sale.`;
