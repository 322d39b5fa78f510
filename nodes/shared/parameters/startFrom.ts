import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Hints } from '../../../vipps/hints';
import { keepsPositions, savedPosition } from '../checkpoints/savedCheckpoints';
import { cursorField, readCursor } from './cursor';
import { readOneOf } from './values/choice';

/** Where a feed starts: after a cursor that is given, or after the position that is saved. */
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
export interface Start {
	/** To start after; empty where the feed starts at the first sale. */
	cursor: string;
	/** Whether it is the position that this workflow has saved. */
	isSaved: boolean;
}

/** @throws NodeOperationError when an expression gives another choice, or the cursor or the saved position cannot be read */
export function readStart(
	context: IExecuteFunctions,
	hints: Hints,
	ledgerId: string,
	itemIndex: number,
): Start {
	const field = { parameter: 'Start From', name: 'startFrom', fallback: 'cursor', itemIndex };
	if (readOneOf(context, field, ['cursor', 'savedPosition']) === 'cursor') {
		return { cursor: readCursor(context, itemIndex), isSaved: false };
	}
	keepsPositions(context, hints);
	const saved = savedPosition(context, ledgerId);
	if (saved === undefined) hints.count('info', ledgerId, noneSaved);
	return { cursor: saved?.cursor ?? '', isSaved: saved !== undefined };
}

const noneSaved = (ledgers: string, count: number) =>
	count === 1
		? `No position is saved for ledger ${ledgers} in this workflow: its feed was read from the first sale.`
		: `No position is saved for ${count} ledgers in this workflow (${ledgers}): their feeds were read from the first sale.`;
