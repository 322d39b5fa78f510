import type { INodeProperties } from 'n8n-workflow';

import { salesAccountFields } from './accounts';
import { countryField } from './country';
import { accountsFromField, salesAccountsJson, salesRowsFields } from './salesRows';
import { vatPostingField } from './vatPosting';

/** Which account the sales of each VAT rate go to. */
export const mappingFields: INodeProperties[] = [
	countryField,
	vatPostingField,
	...salesAccountFields,
	accountsFromField,
	...salesRowsFields,
	salesAccountsJson,
];
