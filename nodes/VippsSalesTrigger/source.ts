import { readRecentKeys, isCounted } from '../../accounting/items/dedupeKey';
import { salesFeed } from '../../vipps/api/sales';
import type { Run } from '../../vipps/run';
import { asObject, text } from '../../vipps/unknown';
import { withRestartAdvice } from '../shared/polling/rejectedCursor';
import type { LedgerSource, PageRead, ReadOptions } from '../shared/polling/source';
import { sample } from './sample';
import { takePage, type Checkpoint, type Selection } from './takePage';

/** The sales of a ledger, read on along its feed. */
export const salesSource = (selection: Selection): LedgerSource<Checkpoint> => ({
	items: 'sales',
	feed: 'sales',
	needsAccountingKeys: true,
	readCheckpoint,
	begin(beginning) {
		if (beginning.kind === 'now') return { since: beginning.now };
		return beginning.kind === 'date' ? { since: beginning.date } : {};
	},
	next: (run, ledgerId, checkpoint, options) => next(run, ledgerId, checkpoint, selection, options),
	sample: async (run, ledgerIds) => await sample(run, ledgerIds, selection),
});

function readCheckpoint(kept: unknown): Checkpoint {
	const { cursor, since, readAfter, recentKeys } = asObject(kept);
	return {
		cursor: text(cursor),
		since: text(since),
		readAfter: isCounted(readAfter) ? [...readAfter] : undefined,
		recentKeys: readRecentKeys(recentKeys),
	};
}

async function* next(
	run: Run,
	ledgerId: string,
	start: Checkpoint,
	selection: Selection,
	{ allowance, knownCursors }: ReadOptions,
): AsyncGenerator<PageRead<Checkpoint>, void, undefined> {
	let checkpoint = start;
	let first: string | undefined;
	let hasPage = false;
	// Sales that are skipped use up no allowance: they come in pages of the largest size.
	let isSkipping = start.since !== undefined;
	const pageSize = () => (isSkipping ? Infinity : allowance() + (checkpoint.readAfter?.[1] ?? 0));
	try {
		for (let isRead = false; !isRead; ) {
			isRead = true;
			const pages = salesFeed(run, ledgerId, { after: checkpoint.cursor, knownCursors });
			for await (const page of pages.ofSize(pageSize)) {
				const taken = takePage(ledgerId, checkpoint, page, selection, first);
				if (isSkipping && taken.items.length > allowance()) {
					// The skipped sales end in this page: it is read again in the size that is allowed.
					isSkipping = false;
					isRead = false;
					break;
				}
				({ first, checkpoint } = taken);
				isSkipping &&= checkpoint.since !== undefined;
				hasPage = true;
				yield { items: taken.items, checkpoint, isLast: page.isLast };
			}
		}
	} catch (error) {
		const isOfKeptCursor = !hasPage && start.cursor !== undefined;
		throw isOfKeptCursor ? withRestartAdvice(run, ledgerId, error) : error;
	}
}
