import type { INodeProperties } from 'n8n-workflow';

import type { EntryWords } from '../checkpoints/feed';
import { ledgerIdsField } from '../parameters/ledger';
import { restartLedgersOption } from './restart';

/** How many items an execution gets, unless the user says otherwise. */
export const DEFAULT_MAX_ITEMS = 5000;

/** Which ledgers, and from which entry on. */
export const pollLedgerFields = ({ one, many }: EntryWords): INodeProperties[] => [
	{
		displayName: 'Ledgers',
		name: 'ledgers',
		type: 'options',
		noDataExpression: true,
		default: 'all',
		description: `The ledgers whose ${many} start the workflow`,
		options: [
			{
				name: 'All',
				value: 'all',
				description: `Every ledger that you have access to. A ledger that is added later starts at its first ${one}.`,
			},
			{ name: 'Selected', value: 'selected', description: 'Only the ledgers that you select' },
		],
	},
	ledgerIdsField,
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		noDataExpression: true,
		default: 'now',
		description: 'Where a new ledger starts. Ledgers that are already being read are not affected.',
		options: [
			{ name: 'Now', value: 'now', description: `Only ${many} from now on` },
			{
				name: 'Beginning',
				value: 'beginning',
				description: `All ${many} since the first one, then the new ones`,
			},
		],
	},
];

/**
 * Rarely changed options of every trigger.
 *
 * @param maxItemsNote when there may be more items than Max Items
 */
export const pollOptionsField = (words: EntryWords, maxItemsNote = ''): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Max Items',
			name: 'maxItems',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_MAX_ITEMS,
			description: `Max items per execution, the rest follow.${maxItemsNote}`,
		},
		restartLedgersOption(words),
	],
});
