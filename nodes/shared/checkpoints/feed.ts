import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { invalidParameter } from '../parameters/values/invalidParameter';

/** The feeds of a ledger. Each has cursors of its own. */
export type Feed = 'sales' | 'funds' | 'fees';

/** What the entries of a feed are called. */
export interface EntryWords {
	/** `sale` */
	one: string;
	/** `sales` */
	many: string;
}

/** How a node knows which feed a checkpoint belongs to. */
export interface FeedChoice {
	/** The parameter by which it is selected, if there are several. */
	fields: INodeProperties[];
	words: EntryWords;
	/** @throws NodeOperationError if the incoming item is a checkpoint of another feed, whose cursor would lead nowhere */
	read(context: IExecuteFunctions, itemIndex: number): Feed;
}

/** The feed that the incoming item names, if it is a checkpoint. */
export const feedOfItem = (context: IExecuteFunctions, itemIndex: number): unknown =>
	context.getInputData()[itemIndex]?.json.feed ?? undefined;

/** The only feed of a node. */
export const onlyFeed = (feed: Feed, words: EntryWords): FeedChoice => ({
	fields: [],
	words,
	read(context, itemIndex) {
		const given = feedOfItem(context, itemIndex) ?? feed;
		if (given === feed) return feed;
		throw invalidParameter(context, {
			parameter: 'feed',
			given,
			wanted: feed,
			advice:
				'It is the feed of the incoming item: connect this node to the Checkpoint output of the node that read the feed.',
			itemIndex,
		});
	},
});
