import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { keepsCheckpoints, savedCheckpoint } from '../../shared/checkpoints/savedCheckpoints';
import type { Operation } from '../../shared/operations/operation';

/** The checkpoint that is saved for a ledger in this workflow. */
export const positionGet: Operation = {
	resource: 'position',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a feed position',
		description:
			'Get the position saved for a ledger in this workflow; its cursor is empty when there is none',
	},
	fields: [{ ...ledgerField, description: 'The ledger whose position to get' }],
	async run(itemIndex, { hints }) {
		const ledgerId = readLedgerId(this, itemIndex);
		keepsCheckpoints(this, hints);
		const { cursor = '', savedAt = null } = savedCheckpoint(this, 'sales', ledgerId) ?? {};
		return { outputs: [[{ ledgerId, cursor, savedAt }]] };
	},
};
