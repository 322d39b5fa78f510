import type { INodeProperties } from 'n8n-workflow';

import { preview } from '../../../vipps/outcome/preview';
import { feedOfItem, type FeedChoice } from '../../shared/checkpoints/feed';
import { readChoice } from '../../shared/parameters/values/choice';
import { invalidParameter } from '../../shared/parameters/values/invalidParameter';

const feeds = ['funds', 'fees'] as const;

const feedField: INodeProperties = {
	displayName: 'Feed',
	name: 'feed',
	type: 'options',
	default: 'funds',
	description: 'The feed that the checkpoint belongs to',
	options: [
		{ name: 'Transactions', value: 'funds', description: 'Of Transaction: Get From Feed' },
		{ name: 'Fees', value: 'fees', description: 'Of Fee: Get From Feed' },
	],
};

/** The two feeds of the Report API. A checkpoint that comes in has to be of the selected one. */
export const feedChoice: FeedChoice = {
	fields: [feedField],
	words: { one: 'transaction or fee', many: 'transactions or fees' },
	read(context, itemIndex) {
		const field = { parameter: 'Feed', name: 'feed', fallback: 'funds', itemIndex };
		const feed = readChoice(context, field, feeds);
		const given = feedOfItem(context, itemIndex) ?? feed;
		if (given === feed) return feed;
		throw invalidParameter(context, {
			...field,
			given: feed,
			wanted: `that of the incoming checkpoint, which is ${preview(given)}`,
			advice: feeds.includes(given as 'funds')
				? undefined
				: 'Connect this node to the Checkpoint output of a Vipps Settlement node.',
		});
	},
};
