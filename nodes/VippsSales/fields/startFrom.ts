import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { hintOnce } from '../hintOnce';
import { keepsPositions, savedPosition } from '../savedPositions';
import { cursorField, readCursor } from './cursor';
import { refusal } from './refusal';

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

/**
 * The cursor to start after; empty where the feed starts at the first sale.
 *
 * @throws NodeOperationError when an expression gives another choice, or the cursor or the saved position cannot be read
 */
export function readStart(context: IExecuteFunctions, ledgerId: string, itemIndex: number): string {
	const given = context.getNodeParameter('startFrom', itemIndex, 'cursor') as unknown;
	if (given === 'cursor') return readCursor(context, itemIndex);
	if (given === 'savedPosition') return readSavedPosition(context, ledgerId);
	const wanted = 'cursor or savedPosition';
	throw refusal(context, { parameter: 'Start From', given, wanted, itemIndex });
}

function readSavedPosition(context: IExecuteFunctions, ledgerId: string): string {
	keepsPositions(context);
	const saved = savedPosition(context, ledgerId);
	if (saved !== undefined) return saved.cursor;
	hintOnce(context, {
		type: 'info',
		message: `No position is saved for ledger ${ledgerId} in this workflow: its feed was read from the first sale.`,
	});
	return '';
}
