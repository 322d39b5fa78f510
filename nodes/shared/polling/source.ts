import type { IDataObject } from 'n8n-workflow';

import type { Run } from '../../../vipps/run';

/** How long a sample may take: a person waits for it. */
export const SAMPLE_TIME_LIMIT_MS = 40_000;

/** Where a ledger begins. */
export type Beginning =
	| { kind: 'beginning' }
	/** With what happens after an instant, ISO, UTC. */
	| { kind: 'now'; now: string }
	/** With a date, `YYYY-MM-DD`, in the merchant's time zone. */
	| { kind: 'date'; date: string };

/** One page of a ledger, taken in. */
export interface PageRead<Checkpoint> {
	items: IDataObject[];
	/** The checkpoint behind the page. */
	checkpoint: Checkpoint;
	/** Whether the ledger is read to its end. */
	isLast: boolean;
}

/** What a source needs to know of a poll. */
export interface ReadOptions {
	/** How many items the next page may give. */
	allowance: () => number;
	/** Cursors that formed a circle in earlier polls. */
	knownCursors?: string[];
}

/** How a trigger reads one ledger. It is all that is different between triggers; the rest of this folder is shared. */
export interface LedgerSource<Checkpoint> {
	/** What it delivers, for messages: `sales`. */
	items: string;
	/** What its checkpoints are of: `sales`. Those of another feed lead nowhere. */
	feed: string;
	/** Whether the keys of a sales unit are refused before any call, since they do not open what is read. */
	needsAccountingKeys?: boolean;
	/** Reads a checkpoint that was kept as JSON; parts of it that make no sense are left out. */
	readCheckpoint(kept: unknown): Checkpoint;
	/** The checkpoint that a ledger begins at. */
	begin(beginning: Beginning): Checkpoint;
	/**
	 * Reads a ledger after a checkpoint, page by page. A page counts as taken when the next one is asked for; until then the checkpoint before it
	 * still holds. If the allowance of a poll is used up, the caller stops.
	 *
	 * @throws NodeApiError as the API does
	 */
	next(
		run: Run,
		ledgerId: string,
		checkpoint: Checkpoint,
		options: ReadOptions,
	): AsyncIterable<PageRead<Checkpoint>>;
	/**
	 * The latest items of some ledgers, for a test of the trigger in the editor.
	 *
	 * @param ledgerIds `all` if every ledger that the keys may read is wanted
	 * @throws NodeOperationError in plain words if there are none
	 * @throws NodeApiError if no ledger could be read
	 */
	sample(run: Run, ledgerIds: string[] | 'all'): Promise<IDataObject[]>;
}
