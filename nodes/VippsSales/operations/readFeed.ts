import type { IDataObject, IExecuteFunctions, NodeApiError } from 'n8n-workflow';

import { salesFeed } from '../../../vipps/api/sales';
import { rewordedError } from '../../../vipps/outcome/errors';
import { readVippsAnswer } from '../../../vipps/outcome/vippsAnswer';
import type { Taken, Wanted } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import { feedKeys } from '../../shared/checkpoints/feedKeys';
import type { ToItemsOf } from '../../shared/parameters/output';
import type { FeedStart } from '../../shared/parameters/startFrom';

/** The sales feed of one ledger, which can be read on. */
export interface FeedRead {
	readonly ledgerId: string;
	/** What was taken so far. */
	readonly taken: Taken<IDataObject>;
	/** Takes more, after what was taken before. What came before an error is whole. */
	more(wanted: Wanted): Promise<void>;
	/** The cursor to continue after next time. Keeps the numbers of equal sales with it. */
	checkpoint(): IDataObject;
}

/** Begins to read a feed. No call is made yet. */
export function readFeed(
	context: IExecuteFunctions,
	run: Run,
	ledgerId: string,
	start: FeedStart,
	toItemsOf: ToItemsOf,
): FeedRead {
	const keys = feedKeys(context, ledgerId, start.cursor);
	const toItems = toItemsOf(ledgerId, { keys });
	const taken: Taken<IDataObject> = {
		...{ items: [], count: 0, pages: 0 },
		...{ cursor: start.cursor, hasMore: true },
	};
	return {
		ledgerId,
		taken,
		async more(wanted) {
			const next = await salesFeed(run, ledgerId, { after: taken.cursor }).take(wanted, toItems);
			for (const item of next.items) taken.items.push(item);
			taken.count += next.count;
			taken.pages += next.pages;
			taken.cursor = next.cursor;
			taken.hasMore = next.hasMore;
			const isRejected = start.isSaved && taken.pages === 0;
			taken.error = isRejected ? ofSavedCheckpoint(run, ledgerId, next.error) : next.error;
		},
		checkpoint() {
			keys.keep(taken.cursor);
			const { cursor = '', count, hasMore } = taken;
			return { feed: 'sales', ledgerId, cursor, count, hasMore };
		},
	};
}

/** Vipps refuses a cursor that was changed, is of another ledger, or is too old. */
function ofSavedCheckpoint(run: Run, ledgerId: string, error: unknown): unknown {
	if (readVippsAnswer(error)?.status !== 400) return error;
	return rewordedError(run, error as NodeApiError, {
		message: `Vipps rejected the saved checkpoint of ledger ${ledgerId}`,
		advice:
			'Clear it with Checkpoint: Clear in an execution of the published workflow, because n8n does not keep what a manual execution changes. The feed then starts at the first sale.',
	});
}
