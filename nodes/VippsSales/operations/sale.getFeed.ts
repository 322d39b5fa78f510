import { mapInOrder } from '../../../vipps/http/mapInOrder';
import type { Wanted } from '../../../vipps/paging/take';
import { errorsOf, readEach } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { outputField, readOutput } from '../../shared/parameters/output';
import {
	hintAtLimit,
	pageSizeOption,
	paginationFields,
	readPagination,
} from '../../shared/parameters/pagination';
import { readStart, startFromFields } from '../../shared/parameters/startFrom';
import { readFeed, type FeedRead } from './readFeed';

/** The sales of ledgers after a cursor each, oldest first. The second output has the cursors to continue after. */
export const saleGetFeed: Operation = {
	resource: 'sale',
	option: {
		name: 'Get From Feed',
		value: 'getFeed',
		action: 'Get sales from feed',
		description: 'Get new sales since the last execution, oldest first',
	},
	subtitle: 'Sales From Feed',
	fields: [
		...ledgersFields,
		...startFromFields,
		...paginationFields,
		outputField,
		optionsField(maxParallelOption, pageSizeOption),
	],
	outputs: ['Sales', 'Checkpoint'],
	async run(itemIndex, run) {
		const choice = readLedgers(this, itemIndex);
		const wanted = readPagination(this, itemIndex);
		const startOf = readStart(this, run.hints, 'sales', choice.isSeveral, itemIndex);
		const toItemsOf = readOutput(this, itemIndex, run);
		const ledgers = await choice.list(run);
		const { maxConcurrency } = run.limiter;
		const begun = await readEach(ledgers, maxConcurrency, async ({ ledgerId }) => ({
			ledgerId,
			feed: readFeed(this, run, ledgerId, startOf(ledgerId), toItemsOf),
		}));
		const feeds = begun.flatMap((each) => ('feed' in each ? each.feed : []));
		await readInShares(feeds, wanted, maxConcurrency);
		const read = feeds.filter(({ taken }) => taken.pages > 0 || taken.error === undefined);
		hintAtLimit(run.hints, wanted, {
			count: sum(feeds.map(({ taken }) => taken.count)),
			hasMore: feeds.some(({ taken }) => taken.hasMore),
		});
		const outcomes = begun.map((each) =>
			'feed' in each ? { ledgerId: each.ledgerId, error: each.feed.taken.error } : each,
		);
		return {
			outputs: [read.flatMap(({ taken }) => taken.items), read.map((feed) => feed.checkpoint())],
			...errorsOf(run, outcomes),
		};
	},
};

/**
 * Reads feeds until the limit is reached, in rounds. In each of them, the feeds that have more get an equal share of what is left, so that a
 * busy ledger does not keep the others waiting for ever.
 */
async function readInShares(feeds: FeedRead[], wanted: Wanted, concurrency: number): Promise<void> {
	for (;;) {
		const left = wanted.limit - sum(feeds.map(({ taken }) => taken.count));
		const unread = feeds.filter(({ taken }) => taken.error === undefined && taken.hasMore);
		const readers = unread.slice(0, left);
		if (left <= 0 || readers.length === 0) return;
		const limit = Math.floor(left / readers.length);
		await mapInOrder(readers, concurrency, async (feed) => await feed.more({ ...wanted, limit }));
	}
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
