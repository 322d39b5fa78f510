import { ledgerField, readLedgerId } from '../parameters/ledger';
import type { Operation } from '../operations/operation';
import type { FeedChoice } from './feed';
import { keepsCheckpoints, savedCheckpoint } from './savedCheckpoints';

/** The checkpoint that is saved for a ledger in this workflow. */
export const get = ({ fields, read }: FeedChoice): Operation => ({
	resource: 'checkpoint',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get checkpoint',
		description:
			'Get the checkpoint of a ledger in this workflow; its cursor is empty if there is none',
	},
	subtitle: 'Get Checkpoint',
	fields: [...fields, { ...ledgerField, description: 'The ledger whose checkpoint to get' }],
	async run(itemIndex, { hints }) {
		const ledgerId = readLedgerId(this, itemIndex);
		const feed = read(this, itemIndex);
		keepsCheckpoints(this, hints);
		const { cursor = '', savedAt = null } = savedCheckpoint(this, feed, ledgerId) ?? {};
		return { outputs: [[{ feed, ledgerId, cursor, savedAt }]] };
	},
});
