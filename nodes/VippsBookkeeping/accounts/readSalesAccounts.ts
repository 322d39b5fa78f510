import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	missingVatChoices,
	type AccountRow,
	type MissingVat,
	type SalesAccounts,
	type VatPosting,
} from '../../../accounting/salesVoucher/accounts';
import { showRate } from '../../../accounting/vat/rates';
import { readBoolean } from '../../shared/parameters/values/boolean';
import { readChoice } from '../../shared/parameters/values/choice';
import { invalidParameter } from '../../shared/parameters/values/invalidParameter';
import { readValue } from '../../shared/parameters/values/value';
import { readAccount, readRequiredAccount } from './account';
import { readMoneyAccounts } from './moneyAccounts';
import {
	cardAccountOption,
	cashAccount,
	roundingAccountOption,
	salesAccountFields,
} from './accounts';
import { readCountry } from './country';
import { toBasisPoints } from './percent';
import { readRows } from './readRows';
import { readVatPosting } from './vatPosting';
import {
	missingVatOption,
	missingVatRateOption,
	refundsOnOwnLinesOption,
} from '../parameters/voucherOptions';

/**
 * The accounts that sales are posted to.
 *
 * @throws NodeOperationError that names the parameter or row that can't be used, before any call
 */
export function readSalesAccounts(context: IExecuteFunctions, itemIndex: number): SalesAccounts {
	const mapping = readMapping(context, itemIndex);
	const { vatPosting, rows } = mapping;
	const option = (field: INodeProperties) =>
		readAccount(context, field, itemIndex, `options.${field.name}`);
	const accounts = {
		...mapping,
		...readMoneyAccounts(context, itemIndex),
		cashAccount: readAccount(context, cashAccount, itemIndex),
		cardAccount: option(cardAccountOption),
		roundingAccount: option(roundingAccountOption),
		...readMissingVat(context, rows, vatPosting, itemIndex),
	};
	const { displayName: parameter, name } = refundsOnOwnLinesOption;
	const field = { parameter, name: `options.${name}`, fallback: true, itemIndex };
	return { ...accounts, refundsOnOwnLines: readBoolean(context, field) };
}

/** Which account the sales of each VAT rate go to. @throws NodeOperationError as {@link readSalesAccounts} does */
export function readMapping(
	context: IExecuteFunctions,
	itemIndex: number,
): Pick<SalesAccounts, 'country' | 'vatPosting' | 'rows' | 'salesAccount'> {
	const country = readCountry(context, itemIndex);
	const vatPosting = readVatPosting(context, itemIndex);
	return vatPosting === 'none'
		? { country, vatPosting, rows: [], salesAccount: readSalesAccount(context, itemIndex) }
		: {
				...{ country, vatPosting, salesAccount: '' },
				rows: readRows(context, country, vatPosting, itemIndex),
			};
}

function readSalesAccount(context: IExecuteFunctions, itemIndex: number): string {
	const [field] = salesAccountFields;
	return field ? readRequiredAccount(context, field, itemIndex) : '';
}

function readMissingVat(
	context: IExecuteFunctions,
	rows: readonly AccountRow[],
	vatPosting: VatPosting,
	itemIndex: number,
): { missingVat: MissingVat; missingVatRate: number } {
	const { displayName: parameter, name } = missingVatOption;
	const field = { parameter, name: `options.${name}`, fallback: 'interim', itemIndex };
	const missingVat = readChoice(context, field, missingVatChoices);
	if (missingVat !== 'rate' || vatPosting === 'none') return { missingVat, missingVatRate: 0 };
	const { displayName, name: rateName, default: fallback } = missingVatRateOption;
	const rateField = { parameter: displayName, name: `options.${rateName}`, fallback, itemIndex };
	const given = readValue(context, rateField);
	const missingVatRate = toBasisPoints(given);
	if (missingVatRate === undefined) {
		throw invalidParameter(context, { ...rateField, given, wanted: 'a percentage from 0 to 100' });
	}
	if (rows.some((row) => row.rate === missingVatRate)) return { missingVat, missingVatRate };
	const wanted = `a VAT rate that has an account, and ${showRate(missingVatRate)} has none`;
	throw invalidParameter(context, { ...rateField, given, wanted });
}
