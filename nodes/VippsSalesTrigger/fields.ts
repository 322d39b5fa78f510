import type { INodeProperties } from 'n8n-workflow';

import { restartLedgersOption } from '../shared/polling/restart';

/** Which ledgers, and from which sale on. */
export const ledgerFields: INodeProperties[] = [
	{
		displayName: 'Ledgers',
		name: 'ledgers',
		type: 'options',
		noDataExpression: true,
		default: 'all',
		description: 'The ledgers whose sales start the workflow',
		options: [
			{
				name: 'All',
				value: 'all',
				description:
					'Every ledger that merchants have granted access to. One that is granted later comes with all its sales, from the first one.',
			},
			{ name: 'Selected', value: 'selected', description: 'Only the ledgers that you choose' },
		],
	},
	{
		displayName: 'Ledger Names or IDs',
		name: 'ledgerIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getLedgers' },
		default: [],
		required: true,
		displayOptions: { show: { ledgers: ['selected'] } },
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		noDataExpression: true,
		default: 'now',
		description:
			'Where a ledger begins when you choose it. Changing this later does not touch ledgers that are being read already.',
		options: [
			{
				name: 'Now',
				value: 'now',
				description: 'Only what is sold from then on',
			},
			{
				name: 'Beginning',
				value: 'beginning',
				description: 'All sales since the first one in the API, then the new ones',
			},
		],
	},
];

/** Which sales. */
export const entryTypesField: INodeProperties = {
	displayName: 'Entry Types',
	name: 'entryTypes',
	type: 'multiOptions',
	default: [],
	description: 'Only sales of these types. Left empty: all, also types that Vipps adds later.',
	options: [
		{ name: 'Capture', value: 'capture', description: 'A payment by a customer' },
		{ name: 'Refund', value: 'refund', description: 'Money given back to a customer' },
	],
};

/** What is rarely changed. */
export const pollOptionsField: INodeProperties = {
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
			default: 5000,
			description:
				'How many items one poll gives at most; the rest comes with the next ones. Whole pages only: with Output set to Lines it may be somewhat more.',
		},
		restartLedgersOption,
	],
};
