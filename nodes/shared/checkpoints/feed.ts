import type { IExecuteFunctions } from 'n8n-workflow';

import { invalidParameter } from '../parameters/values/invalidParameter';

const feeds = ['sales'] as const;

/** The feeds of a ledger. Each has cursors of its own. */
export type Feed = (typeof feeds)[number];

/**
 * The feed that a checkpoint belongs to: that of the incoming item, or the sales if the item names none.
 *
 * @throws NodeOperationError if the item names a feed that does not exist, so that its cursor is not saved for another one
 */
export function readFeed(context: IExecuteFunctions, itemIndex: number): Feed {
	const given = context.getInputData()[itemIndex]?.json.feed ?? 'sales';
	const feed = feeds.find((each) => each === given);
	if (feed !== undefined) return feed;
	throw invalidParameter(context, {
		parameter: 'feed',
		given,
		wanted: feeds.join(' or '),
		advice:
			'It is the feed of the incoming item: connect this node to the Checkpoint output of the node that read the feed.',
		itemIndex,
	});
}
