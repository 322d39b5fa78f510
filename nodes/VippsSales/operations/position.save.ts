import { cursorField, readCheckpointCursor } from '../../shared/parameters/cursor';
import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { hintAtWorkflow } from '../../shared/checkpoints/workflowHints';
import {
	keepsCheckpoints,
	savedCheckpoint,
	saveCheckpoint,
} from '../../shared/checkpoints/savedCheckpoints';
import type { Operation } from '../../shared/operations/operation';

/** Saves a ledger's checkpoint. It never waits, so that of several items for a ledger the last one counts. */
export const positionSave: Operation = {
	resource: 'position',
	option: {
		name: 'Save',
		value: 'save',
		action: 'Save a feed position',
		description:
			'Save in this workflow where the feed of a ledger goes on, once the sales before it are taken care of',
	},
	fields: [
		{
			...ledgerField,
			default: { __rl: true, mode: 'id', value: '={{ $json.ledgerId }}' },
			description: 'The ledger whose position to save',
		},
		{
			...cursorField,
			default: '={{ $json.cursor }}',
			description:
				'The cursor that the Checkpoint output of Get From Feed gave. All sales before it count as taken care of. An older one makes the sales behind it come again.',
		},
	],
	async run(itemIndex, { hints }) {
		const ledgerId = readLedgerId(this, itemIndex);
		const cursor = readCheckpointCursor(this, itemIndex);
		const previous = savedCheckpoint(this, 'sales', ledgerId);
		const previousCursor = previous?.cursor ?? '';
		if (cursor === undefined) {
			hints.count('info', ledgerId, emptyCursor);
			const savedAt = previous?.savedAt ?? null;
			const unchanged = { ledgerId, cursor: previousCursor, savedAt, previousCursor };
			return { outputs: [[{ ...unchanged, saved: false }]] };
		}
		const checkpoint = { cursor, savedAt: new Date().toISOString() };
		saveCheckpoint(this, 'sales', ledgerId, checkpoint);
		hintAtWorkflow(this, hints);
		const saved = keepsCheckpoints(this, hints);
		return { outputs: [[{ ledgerId, ...checkpoint, previousCursor, saved }]] };
	},
};

/** The cursor is empty as long as a ledger has had no sale. */
const emptyCursor = (ledgers: string, count: number) =>
	count === 1
		? `The cursor for ledger ${ledgers} is empty: its position stays as it was. To start at the first sale again, use Feed Position: Clear.`
		: `The cursors for ${count} ledgers (${ledgers}) are empty: their positions stay as they were. To start at the first sale again, use Feed Position: Clear.`;
