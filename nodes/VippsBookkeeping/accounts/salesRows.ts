import type { INodeProperties } from 'n8n-workflow';

import type { Country } from '../../../accounting/vat/rates';
import { forCountries } from './country';

/** A row of the account mapping, as the editor keeps it. */
export interface SalesRow {
	/** In percent. */
	vatRate: number;
	salesAccount: string;
	vatCode?: string;
	vatAccount?: string;
}

/** What is proposed for each country; an accountant decides. Codes of Norway: SAF-T standard tax codes. */
const proposals: Record<Country, SalesRow[]> = {
	NO: [
		{ vatRate: 25, salesAccount: '3000', vatCode: '3', vatAccount: '2700' },
		{ vatRate: 15, salesAccount: '3030', vatCode: '31', vatAccount: '2701' },
		{ vatRate: 12, salesAccount: '3050', vatCode: '33', vatAccount: '2703' },
	],
	DK: [{ vatRate: 25, salesAccount: '1000', vatCode: 'U25' }],
	FI: [
		{ vatRate: 25.5, salesAccount: '3000' },
		{ vatRate: 13.5, salesAccount: '3020' },
		{ vatRate: 10, salesAccount: '3040' },
	],
	other: [],
};

/** "25 % → 3000, VAT code 3" */
const ROW_TITLE =
	'={{ $collection.item.value.vatRate + " % → " + $collection.item.value.salesAccount + ($collection.item.value.vatCode ? ", VAT code " + $collection.item.value.vatCode : "") }}';

const rowFields: INodeProperties[] = [
	{
		displayName: 'VAT Rate',
		name: 'vatRate',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
		default: 25,
		description: 'In percent',
	},
	{
		displayName: 'Sales Account',
		name: 'salesAccount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3000',
	},
	{
		displayName: 'VAT Code',
		name: 'vatCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3',
		description: 'Leave empty if the account itself has the code',
	},
	{
		displayName: 'VAT Account',
		name: 'vatAccount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2700',
		displayOptions: { show: { '/vatPosting': ['lines'] } },
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'string',
		default: '',
		placeholder: 'e.g. GOODS',
		description: 'Only sales or order lines of this category. Leave empty for all.',
	},
	{
		displayName: 'Solution',
		name: 'solution',
		type: 'string',
		default: '',
		placeholder: 'e.g. SHOPPING_BASKET',
		description: 'Only sales of this Vipps solution. Leave empty for all.',
	},
];

/** The name of the rows of a country. */
export const salesRowsName = (country: Country): string =>
	`salesAccounts${country === 'other' ? 'Other' : country}`;

export const SALES_ACCOUNTS = 'Sales Accounts';

/** The rows of one country, under a name of their own, since each has other defaults. */
const salesRowsField = (country: Country): INodeProperties =>
	forCountries(
		{
			displayName: SALES_ACCOUNTS,
			name: salesRowsName(country),
			type: 'fixedCollection',
			typeOptions: {
				multipleValues: true,
				sortable: true,
				multipleValueButtonText: 'Add Account',
				fixedCollection: { itemTitle: ROW_TITLE },
			},
			default: { rows: proposals[country].map((row) => ({ ...row })) },
			placeholder: 'Add Account',
			description: 'Account and VAT code of each VAT rate. The first row that matches counts.',
			displayOptions: { show: { vatPosting: ['code', 'lines'], accountsFrom: ['rows'] } },
			options: [{ displayName: 'Account', name: 'rows', values: rowFields }],
		},
		country,
	);

export const salesRowsFields: INodeProperties[] = (['NO', 'DK', 'FI', 'other'] as const).map(
	salesRowsField,
);

export const accountsFromField: INodeProperties = {
	displayName: 'Accounts From',
	name: 'accountsFrom',
	type: 'options',
	noDataExpression: true,
	default: 'rows',
	description: 'Where the account of each VAT rate comes from',
	displayOptions: { show: { vatPosting: ['code', 'lines'] } },
	options: [
		{ name: 'JSON', value: 'json', description: 'From an expression, for example per client' },
		{ name: 'Rows Below', value: 'rows', description: 'The same accounts for all ledgers' },
	],
};

export const salesAccountsJson: INodeProperties = {
	displayName: 'Sales Accounts (JSON)',
	name: 'salesAccountsJson',
	type: 'json',
	default: '[]',
	placeholder: '[{ "vatRate": 25, "salesAccount": "3000", "vatCode": "3" }]',
	description:
		'List of the same rows: vatRate, salesAccount, vatCode, vatAccount, category and solution',
	displayOptions: { show: { vatPosting: ['code', 'lines'], accountsFrom: ['json'] } },
};
