import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Country } from '../../../accounting/vat/rates';
import { readChoice } from '../../shared/parameters/values/choice';

export const countryChoices = ['NO', 'DK', 'FI', 'other'] as const;

/** What the editor calls each country. */
export const countryNames: Record<Country, string> = {
	NO: 'Norway',
	DK: 'Denmark',
	FI: 'Finland',
	other: 'another country',
};

/** The country of the accounts. */
export const countryField: INodeProperties = {
	displayName: 'Country',
	name: 'country',
	type: 'options',
	noDataExpression: true,
	default: 'NO',
	description: 'Country of the accounts and VAT rates. Ledgers of other countries are left out.',
	options: [
		{ name: 'Denmark', value: 'DK' },
		{ name: 'Finland', value: 'FI' },
		{ name: 'Norway', value: 'NO' },
		{ name: 'Other', value: 'other', description: 'Every VAT rate that you enter counts as known' },
	],
};

/** Shows a field for some countries alone. */
export const forCountries = (field: INodeProperties, ...country: Country[]): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, show: { ...field.displayOptions?.show, country } },
});

/** @throws NodeOperationError if there is no such choice */
export const readCountry = (context: IExecuteFunctions, itemIndex: number): Country => {
	const { displayName: parameter, name, default: fallback } = countryField;
	return readChoice(context, { parameter, name, fallback, itemIndex }, countryChoices);
};
