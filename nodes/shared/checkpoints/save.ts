import { cursorField, readCheckpointCursor } from '../parameters/cursor';
import { ledgerField, readLedgerId } from '../parameters/ledger';
import type { Operation } from '../operations/operation';
import type { EntryWords, FeedChoice } from './feed';
import { hintAtWorkflow } from './workflowHints';
import { keepsCheckpoints, savedCheckpoint, saveCheckpoint } from './savedCheckpoints';

/** Saves a ledger's checkpoint. It never waits, so that of several items for a ledger the last one counts. */
export function save({ fields, words, read }: FeedChoice): Operation {
	const emptyCursor = emptyCursorOf(words);
	return {
		resource: 'checkpoint',
		option: {
			name: 'Save',
			value: 'save',
			action: 'Save checkpoint',
			description: `Remember where to continue next time, after your ${words.many} are processed`,
		},
		subtitle: 'Save Checkpoint',
		fields: [
			...fields,
			{
				...ledgerField,
				default: { __rl: true, mode: 'id', value: '={{ $json.ledgerId }}' },
				description: 'The ledger whose checkpoint to save',
			},
			{
				...cursorField,
				default: '={{ $json.cursor }}',
				description: `Cursor from the Checkpoint output of Get From Feed. ${capitalised(words.many)} before it are not returned again. If you save an older cursor, the ${words.many} after it are returned again.`,
			},
		],
		async run(itemIndex, { hints }) {
			const ledgerId = readLedgerId(this, itemIndex);
			const cursor = readCheckpointCursor(this, itemIndex);
			const feed = read(this, itemIndex);
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
			hintAtWorkflow(this, hints, words);
			const saved = keepsCheckpoints(this, hints);
			return { outputs: [[{ feed, ledgerId, ...checkpoint, previousCursor, saved }]] };
		},
	};
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The cursor is empty as long as a ledger has had no entry. */
const emptyCursorOf = (words: EntryWords) => (ledgers: string, count: number) => {
	const then = `To start at the first ${words.one} again, use Checkpoint: Clear.`;
	return count === 1
		? `The cursor for ledger ${ledgers} is empty: its checkpoint was not changed. ${then}`
		: `The cursors for ${count} ledgers (${ledgers}) are empty: their checkpoints were not changed. ${then}`;
};
