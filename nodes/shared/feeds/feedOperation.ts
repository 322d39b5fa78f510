import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { mapInOrder } from '../../../vipps/http/mapInOrder';
import type { Wanted } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import { errorsOf, readEach } from '../ledgers/readEach';
import type { Operation } from '../operations/operation';
import { ledgersFields, readLedgers } from '../parameters/ledgers';
import { hintAtLimit, paginationFields, readPagination } from '../parameters/pagination';
import { startFrom, type StartableFeed } from './startFrom';
import { readFeed, type FeedRead, type LedgerFeed } from './readFeed';

/** What is different between the operations that read a feed. */
export interface FeedOperation<Entry extends IDataObject>
	extends StartableFeed,
		Pick<Operation, 'resource' | 'option' | 'subtitle'> {
	/** The name of the output of the entries. */
	output: string;
	/** Further parameters. */
	fields: INodeProperties[];
	/**
	 * Reads the further parameters, and gives the function that opens the feed of a ledger.
	 *
	 * @throws NodeOperationError for a bad parameter, before any call
	 */
	open(
		context: IExecuteFunctions,
		itemIndex: number,
		run: Run,
	): (ledgerId: string, cursor: string | undefined) => LedgerFeed<Entry>;
}

/** An operation that reads the feeds of ledgers after a cursor each, oldest first. Its second output has the cursors to continue after. */
export function feedOperation<Entry extends IDataObject>({
	resource,
	option,
	subtitle,
	feed,
	words,
	output,
	fields,
	open,
}: FeedOperation<Entry>): Operation {
	const start = startFrom({ feed, words });
	return {
		resource,
		option,
		subtitle,
		fields: [...ledgersFields, ...start.fields, ...paginationFields, ...fields],
		outputs: [output, 'Checkpoint'],
		async run(itemIndex, run) {
			const choice = readLedgers(this, itemIndex);
			const wanted = readPagination(this, itemIndex);
			const startOf = start.read(this, run.hints, choice.isSeveral, itemIndex);
			const openLedger = open(this, itemIndex, run);
			const ledgers = await choice.list(run);
			const { maxConcurrency } = run.limiter;
			const begun = await readEach(ledgers, maxConcurrency, async ({ ledgerId }) => {
				const from = startOf(ledgerId);
				const ledgerFeed = openLedger(ledgerId, from.cursor);
				return { ledgerId, read: readFeed(run, { feed, words }, ledgerId, from, ledgerFeed) };
			});
			const feeds = begun.flatMap((each) => ('read' in each ? each.read : []));
			await readInShares(feeds, wanted, maxConcurrency);
			const outcomes = begun.map((each) =>
				'read' in each ? { ledgerId: each.ledgerId, error: each.read.taken.error } : each,
			);
			const read = feeds.filter(({ taken }) => taken.pages > 0 || taken.error === undefined);
			const count = sum(feeds.map(({ taken }) => taken.count));
			const hasMore = feeds.some(({ taken }) => taken.hasMore);
			hintAtLimit(run.hints, wanted, { count: Math.min(wanted.limit, count), hasMore });
			if (count > wanted.limit && !hasMore) {
				run.hints.count('info', `${count} instead of ${wanted.limit}`, pagesAreWhole);
			}
			return {
				outputs: [read.flatMap(({ taken }) => taken.items), read.map((each) => each.checkpoint())],
				...errorsOf(run, outcomes),
			};
		},
	};
}

const pagesAreWhole = (counts: string) =>
	`Pages aren't split, because the cursor leads behind a whole page. So there are more items than the limit: ${counts}.`;

/**
 * Reads feeds until the limit is reached, in rounds. In each of them, the feeds that have more get an equal share of what is left, so that a
 * busy ledger does not keep the others waiting for ever.
 */
async function readInShares(feeds: FeedRead[], wanted: Wanted, concurrency: number): Promise<void> {
	for (;;) {
		const left = wanted.limit - sum(feeds.map(({ taken }) => taken.count));
		const unread = feeds.filter(({ taken }) => taken.error === undefined && taken.hasMore);
		const readers = unread.slice(0, Math.max(0, left));
		if (readers.length === 0) return;
		const limit = Math.floor(left / readers.length);
		await mapInOrder(readers, concurrency, async (feed) => await feed.more({ ...wanted, limit }));
	}
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
