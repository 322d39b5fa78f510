import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { clearCheckpoint, keepsCheckpoints } from '../../shared/checkpoints/savedCheckpoints';
import type { Operation } from '../../shared/operations/operation';

/** Deletes a ledger's checkpoint, so that its feed starts at the first sale again. */
export const positionClear: Operation = {
	resource: 'position',
	option: {
		name: 'Clear',
		value: 'clear',
		action: 'Clear a feed position',
		description:
			'Forget the position saved for a ledger in this workflow: its feed starts at the first sale again',
	},
	fields: [{ ...ledgerField, description: 'The ledger whose position to clear' }],
	async run(itemIndex, { hints }) {
		const ledgerId = readLedgerId(this, itemIndex);
		const previousCursor = clearCheckpoint(this, 'sales', ledgerId) ?? '';
		return { outputs: [[{ ledgerId, previousCursor, cleared: keepsCheckpoints(this, hints) }]] };
	},
};
