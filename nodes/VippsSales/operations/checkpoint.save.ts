import { cursorField, readCheckpointCursor } from '../../shared/parameters/cursor';
import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { readFeed } from '../../shared/checkpoints/feed';
import { hintAtWorkflow } from '../../shared/checkpoints/workflowHints';
import {
	keepsCheckpoints,
	savedCheckpoint,
	saveCheckpoint,
} from '../../shared/checkpoints/savedCheckpoints';
import type { Operation } from '../../shared/operations/operation';

/** Saves a ledger's checkpoint. It never waits, so that of several items for a ledger the last one counts. */
export const checkpointSave: Operation = {
	resource: 'checkpoint',
	option: {
		name: 'Save',
		value: 'save',
		action: 'Save checkpoint',
		description: 'Remember where to continue next time, after your sales are processed',
	},
	subtitle: 'Save Checkpoint',
	fields: [
		{
			...ledgerField,
			default: { __rl: true, mode: 'id', value: '={{ $json.ledgerId }}' },
			description: 'The ledger whose checkpoint to save',
		},
		{
			...cursorField,
			default: '={{ $json.cursor }}',
			description:
				'Cursor from the Checkpoint output of Get From Feed. Sales before it are not returned again. If you save an older cursor, the sales after it are returned again.',
		},
	],
	async run(itemIndex, { hints }) {
		const ledgerId = readLedgerId(this, itemIndex);
		const cursor = readCheckpointCursor(this, itemIndex);
		const feed = readFeed(this, itemIndex);
		const previous = savedCheckpoint(this, feed, ledgerId);
		const previousCursor = previous?.cursor ?? '';
		if (cursor === undefined) {
			hints.count('info', ledgerId, emptyCursor);
			const savedAt = previous?.savedAt ?? null;
			const unchanged = { feed, ledgerId, cursor: previousCursor, savedAt, previousCursor };
			return { outputs: [[{ ...unchanged, saved: false }]] };
		}
		const checkpoint = { cursor, savedAt: new Date().toISOString() };
		saveCheckpoint(this, feed, ledgerId, checkpoint);
		hintAtWorkflow(this, hints);
		const saved = keepsCheckpoints(this, hints);
		return { outputs: [[{ feed, ledgerId, ...checkpoint, previousCursor, saved }]] };
	},
};

/** The cursor is empty as long as a ledger has had no sale. */
const emptyCursor = (ledgers: string, count: number) =>
	count === 1
		? `The cursor for ledger ${ledgers} is empty: its checkpoint was not changed. To start at the first sale again, use Checkpoint: Clear.`
		: `The cursors for ${count} ledgers (${ledgers}) are empty: their checkpoints were not changed. To start at the first sale again, use Checkpoint: Clear.`;
