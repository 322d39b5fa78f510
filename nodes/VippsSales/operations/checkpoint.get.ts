import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { keepsCheckpoints, savedCheckpoint } from '../../shared/checkpoints/savedCheckpoints';
import { readFeed } from '../../shared/checkpoints/feed';
import type { Operation } from '../../shared/operations/operation';

/** The checkpoint that is saved for a ledger in this workflow. */
export const checkpointGet: Operation = {
	resource: 'checkpoint',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get checkpoint',
		description:
			'Get the checkpoint of a ledger in this workflow; its cursor is empty if there is none',
	},
	subtitle: 'Get Checkpoint',
	fields: [{ ...ledgerField, description: 'The ledger whose checkpoint to get' }],
	async run(itemIndex, { hints }) {
		const ledgerId = readLedgerId(this, itemIndex);
		const feed = readFeed(this, itemIndex);
		keepsCheckpoints(this, hints);
		const { cursor = '', savedAt = null } = savedCheckpoint(this, feed, ledgerId) ?? {};
		return { outputs: [[{ feed, ledgerId, cursor, savedAt }]] };
	},
};
