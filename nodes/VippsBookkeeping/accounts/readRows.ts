import type { IExecuteFunctions } from 'n8n-workflow';

import type { AccountRow, VatPosting } from '../../../accounting/salesVoucher/accounts';
import type { Country } from '../../../accounting/vat/rates';
import { asObject } from '../../../vipps/unknown';
import { readChoice } from '../../shared/parameters/values/choice';
import { invalidParameter } from '../../shared/parameters/values/invalidParameter';
import { toText } from '../../shared/parameters/values/text';
import { readValue } from '../../shared/parameters/values/value';
import { toAccount } from './account';
import { toBasisPoints } from './percent';
import { accountsFromField, SALES_ACCOUNTS, salesAccountsJson, salesRowsName } from './salesRows';

/**
 * The rows of the account mapping.
 *
 * @throws NodeOperationError that names the row if one can't be used
 */
export function readRows(
	context: IExecuteFunctions,
	country: Country,
	vatPosting: VatPosting,
	itemIndex: number,
): AccountRow[] {
	const { parameter, given } = readGiven(context, country, itemIndex);
	const list = listIn(given);
	if (!list) {
		const wanted = 'a list of rows such as [{ "vatRate": 25, "salesAccount": "3000" }]';
		throw invalidParameter(context, { parameter, given, wanted, itemIndex });
	}
	const rows = list.map((row, at) => {
		const place = { parameter: `${parameter}, row ${at + 1}`, itemIndex };
		return readRow(context, asObject(row), vatPosting, place);
	});
	refuseTwice(context, rows, { parameter, itemIndex });
	return rows;
}

interface Place {
	parameter: string;
	itemIndex: number;
}

function readGiven(
	context: IExecuteFunctions,
	country: Country,
	itemIndex: number,
): { parameter: string; given: unknown } {
	const { displayName: from, name } = accountsFromField;
	const field = { parameter: from, name, fallback: 'rows', itemIndex };
	const isJson = readChoice(context, field, ['rows', 'json']) === 'json';
	const parameter = isJson ? salesAccountsJson.displayName : SALES_ACCOUNTS;
	const path = isJson ? salesAccountsJson.name : `${salesRowsName(country)}.rows`;
	return {
		parameter,
		given: readValue(context, { parameter, name: path, fallback: [], itemIndex }),
	};
}

/** A list, one row alone, or either of them as JSON text. */
function listIn(given: unknown): unknown[] | undefined {
	const value = typeof given === 'string' ? parse(given) : given;
	if (Array.isArray(value)) return value;
	if (typeof value !== 'object' || value === null) return undefined;
	const { rows } = value as { rows?: unknown };
	return Array.isArray(rows) ? rows : [value];
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text === '' ? '[]' : text);
	} catch {
		return undefined;
	}
}

function readRow(
	context: IExecuteFunctions,
	row: Record<string, unknown>,
	vatPosting: VatPosting,
	{ parameter, itemIndex }: Place,
): AccountRow {
	const accountOf = (name: string, what: string) =>
		toAccount(context, row[name], { parameter: `${parameter}: ${what}`, itemIndex });
	const wordsOf = (name: string, what: string) =>
		toText(context, { parameter: `${parameter}: ${what}`, given: row[name], itemIndex }) || null;
	const refuse = (what: string, given: unknown, wanted: string) =>
		invalidParameter(context, { parameter: `${parameter}: ${what}`, given, wanted, itemIndex });
	const rate = toBasisPoints(row.vatRate);
	if (rate === undefined) throw refuse('VAT Rate', row.vatRate, 'a percentage from 0 to 100');
	const salesAccount = accountOf('salesAccount', 'Sales Account');
	if (salesAccount === null) throw refuse('Sales Account', '', 'filled in');
	const vatAccount = accountOf('vatAccount', 'VAT Account');
	if (vatPosting === 'lines' && rate > 0 && vatAccount === null) {
		throw refuse('VAT Account', '', "filled in if 'VAT Posting' is 'Separate VAT Lines'");
	}
	return {
		...{ rate, salesAccount, vatAccount, vatCode: wordsOf('vatCode', 'VAT Code') },
		...{ category: wordsOf('category', 'Category'), solution: wordsOf('solution', 'Solution') },
	};
}

/** The second of two rows for the same would never count. */
function refuseTwice(
	context: IExecuteFunctions,
	rows: readonly AccountRow[],
	{ parameter, itemIndex }: Place,
): void {
	const seen = new Map<string, number>();
	for (const [at, { rate, category, solution }] of rows.entries()) {
		const key = JSON.stringify([rate, category?.toLowerCase(), solution?.toLowerCase()]);
		const before = seen.get(key);
		if (before !== undefined) {
			const wanted = `for another VAT rate, category or solution than row ${before + 1}`;
			const given = `${rate / 100} %`;
			throw invalidParameter(context, {
				parameter: `${parameter}, row ${at + 1}`,
				given,
				wanted,
				itemIndex,
			});
		}
		seen.set(key, at);
	}
}
