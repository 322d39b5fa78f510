import type { INodeProperties } from 'n8n-workflow';

import { forCountries } from './country';

/** A field for an account. */
export const accountField = (
	displayName: string,
	name: string,
	example: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	description,
});

/** The same field twice: with a proposal in Norway, empty elsewhere. */
export const norwegian = (field: INodeProperties, proposal: string): INodeProperties[] => [
	forCountries({ ...field, default: proposal }, 'NO'),
	forCountries(field, 'DK', 'FI', 'other'),
];

export const clearingAccount: INodeProperties = {
	...accountField(
		'Clearing Account',
		'clearingAccount',
		'1579',
		'Asset account for what Vipps MobilePay owes the merchant. Use it for nothing else.',
	),
	required: true,
};

export const interimAccount: INodeProperties = {
	...accountField(
		'Interim Account',
		'interimAccount',
		'1999',
		'Account for amounts that a person has to look at',
	),
	required: true,
};

export const cashAccount = accountField(
	'Cash Account',
	'cashAccount',
	'1900',
	'Account for cash that was registered in the Vipps till',
);

export const cashAccountFields = norwegian(cashAccount, '1900');

const salesAccount = accountField('Sales Account', 'salesAccount', '3000', 'Account for all sales');

/** Of a merchant who is not VAT registered. */
export const salesAccountFields = norwegian(salesAccount, '3000').map((field) => ({
	...field,
	required: true,
	displayOptions: { show: { ...field.displayOptions?.show, vatPosting: ['none'] } },
}));

/** Entries of Options. */
export const cardAccountOption = accountField(
	'Card Account',
	'cardAccount',
	'1580',
	'Account for card sales. By default they go to the clearing account.',
);

export const roundingAccountOption = accountField(
	'Rounding Account',
	'roundingAccount',
	'7740',
	'Account for cash amounts that were rounded to coins. By default they need review.',
);
