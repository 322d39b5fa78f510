import type { INodeProperties } from 'n8n-workflow';

export const DEFAULT_TEXT = 'Vipps sales {date} {unit}';

export const voucherTextOption: INodeProperties = {
	displayName: 'Voucher Text',
	name: 'voucherText',
	type: 'string',
	default: DEFAULT_TEXT,
	description:
		'Text of each voucher, with {date} and {unit}. Longer texts are cut after 60 characters.',
};

export const voucherPerOption: INodeProperties = {
	displayName: 'Voucher Per',
	name: 'voucherPer',
	type: 'options',
	default: 'day',
	description: 'Whether each day or the whole period has a voucher',
	options: [
		{ name: 'Day', value: 'day' },
		{
			name: 'Period',
			value: 'period',
			description: 'One voucher for each calendar month in the period',
		},
	],
};

export const refundsOnOwnLinesOption: INodeProperties = {
	displayName: 'Refunds on Own Lines',
	name: 'refundsOnOwnLines',
	type: 'boolean',
	default: true,
	description: 'Whether refunds have lines of their own',
};

export const includeReferencesOption: INodeProperties = {
	displayName: 'Include References',
	name: 'includeReferences',
	type: 'boolean',
	default: false,
	description: 'Whether to add the references of all sales and refunds to each voucher',
};

export const missingVatOption: INodeProperties = {
	displayName: 'Missing VAT',
	name: 'missingVat',
	type: 'options',
	default: 'interim',
	description: 'What to do with a sale without VAT rate',
	options: [
		{ name: 'Post to Interim Account', value: 'interim', description: 'The voucher needs review' },
		{
			name: 'Stop With an Error',
			value: 'error',
			description: 'Let the node fail for this ledger',
		},
		{ name: 'Use a VAT Rate', value: 'rate', description: 'Enter it below' },
	],
};

export const missingVatRateOption: INodeProperties = {
	displayName: 'Missing VAT Rate',
	name: 'missingVatRate',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	default: 25,
	displayOptions: { show: { missingVat: ['rate'] } },
	description: 'Percentage that is used for sales without VAT rate',
};

/** How vouchers are returned. */
export const voucherOutputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'lines',
	description: 'How each voucher is returned',
	options: [
		{ name: 'Lines', value: 'lines', description: 'One item per voucher line, as in a journal' },
		{
			name: 'Vouchers',
			value: 'vouchers',
			description: 'One item per voucher, with its lines in a list',
		},
	],
};

/** What a person has to know before anything else. */
export const nothingPosted: INodeProperties = {
	displayName: 'Nothing is posted. Add your accounting system after this node.',
	name: 'nothingPosted',
	type: 'notice',
	default: '',
};
