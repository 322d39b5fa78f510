import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { clearCheckpoint, keepsCheckpoints } from '../../shared/checkpoints/savedCheckpoints';
import { readFeed } from '../../shared/checkpoints/feed';
import type { Operation } from '../../shared/operations/operation';

/** Deletes a ledger's checkpoint, so that its feed starts at the first sale again. */
export const checkpointClear: Operation = {
	resource: 'checkpoint',
	option: {
		name: 'Clear',
		value: 'clear',
		action: 'Clear checkpoint',
		description:
			'Delete the checkpoint of a ledger in this workflow: its feed starts at the first sale again',
	},
	subtitle: 'Clear Checkpoint',
	fields: [{ ...ledgerField, description: 'The ledger whose checkpoint to clear' }],
	async run(itemIndex, { hints }) {
		const ledgerId = readLedgerId(this, itemIndex);
		const feed = readFeed(this, itemIndex);
		const previousCursor = clearCheckpoint(this, feed, ledgerId) ?? '';
		const cleared = keepsCheckpoints(this, hints);
		return { outputs: [[{ feed, ledgerId, previousCursor, cleared }]] };
	},
};
