import { ledgerField, readLedgerId } from '../parameters/ledger';
import type { Operation } from '../operations/operation';
import type { FeedChoice } from './feed';
import { clearCheckpoint, keepsCheckpoints } from './savedCheckpoints';

/** Deletes a ledger's checkpoint, so that its feed starts at the beginning again. */
export const clear = ({ fields, words, read }: FeedChoice): Operation => ({
	resource: 'checkpoint',
	option: {
		name: 'Clear',
		value: 'clear',
		action: 'Clear checkpoint',
		description: `Delete the checkpoint of a ledger in this workflow: its feed starts at the first ${words.one} again`,
	},
	subtitle: 'Clear Checkpoint',
	fields: [...fields, { ...ledgerField, description: 'The ledger whose checkpoint to clear' }],
	async run(itemIndex, { hints }) {
		const ledgerId = readLedgerId(this, itemIndex);
		const feed = read(this, itemIndex);
		const previousCursor = clearCheckpoint(this, feed, ledgerId) ?? '';
		const cleared = keepsCheckpoints(this, hints);
		return { outputs: [[{ feed, ledgerId, previousCursor, cleared }]] };
	},
});
