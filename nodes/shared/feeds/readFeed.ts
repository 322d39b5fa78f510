import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { rewordedError } from '../../../vipps/outcome/errors';
import { readVippsAnswer } from '../../../vipps/outcome/vippsAnswer';
import type { Pages } from '../../../vipps/paging/pages';
import type { Taken, ToItems, Wanted } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import type { FeedStart, StartableFeed } from './startFrom';

/** How the feed of one ledger is read. */
export interface LedgerFeed<Entry> {
	/** Its pages after a cursor. */
	pages(after: string | undefined): Pages<Entry>;
	toItems: ToItems<Entry, IDataObject>;
	/** Keeps what the next execution needs to continue after a cursor. */
	keep?(cursor: string | undefined): void;
	/** The error of a ledger that these keys may not read, if the API may answer for it as for one without entries. */
	refusal?(): Promise<unknown>;
}

/** The feed of one ledger, which can be read on. */
export interface FeedRead {
	readonly ledgerId: string;
	/** What was taken so far. */
	readonly taken: Taken<IDataObject>;
	/** Takes more, after what was taken before. What came before an error is whole. */
	more(wanted: Wanted): Promise<void>;
	/** The cursor to continue after next time. */
	checkpoint(): IDataObject;
}

/** Begins to read a feed. No call is made yet. */
export function readFeed<Entry>(
	run: Run,
	{ feed, words }: StartableFeed,
	ledgerId: string,
	start: FeedStart,
	{ pages, toItems, keep, refusal }: LedgerFeed<Entry>,
): FeedRead {
	const taken: Taken<IDataObject> = {
		...{ items: [], count: 0, pages: 0 },
		...{ cursor: start.cursor, hasMore: true },
	};
	const isRejected = (error: unknown) =>
		start.isSaved && taken.pages === 0 && readVippsAnswer(error)?.status === 400;
	return {
		ledgerId,
		taken,
		async more(wanted) {
			const next = await pages(taken.cursor).take(wanted, toItems);
			for (const item of next.items) taken.items.push(item);
			taken.count += next.count;
			taken.pages += next.pages;
			taken.cursor = next.cursor;
			taken.hasMore = next.hasMore;
			taken.error = isRejected(next.error)
				? rejectedCheckpoint(run, ledgerId, next.error, words.one)
				: next.error;
			const isEmpty = taken.count === 0 && start.cursor === undefined;
			if (taken.error !== undefined || !isEmpty) return;
			taken.error = await refusal?.();
			if (taken.error !== undefined) taken.pages = 0;
		},
		checkpoint() {
			keep?.(taken.cursor);
			const { cursor = '', count, hasMore } = taken;
			return { feed, ledgerId, cursor, count, hasMore };
		},
	};
}

/** Vipps refuses a cursor that was changed, is of another ledger, or is too old. */
const rejectedCheckpoint = (run: Run, ledgerId: string, error: unknown, entry: string) =>
	rewordedError(run, error as NodeApiError, {
		message: `Vipps rejected the saved checkpoint of ledger ${ledgerId}`,
		advice: `Clear it with Checkpoint: Clear in an execution of the published workflow, because n8n does not keep what a manual execution changes. The feed then starts at the first ${entry}.`,
	});
