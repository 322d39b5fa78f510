import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { invalidParameter } from '../../shared/parameters/values/invalidParameter';
import { toText } from '../../shared/parameters/values/text';
import { readValue } from '../../shared/parameters/values/value';

/** What any chart of accounts has: `3000`, `1579`, `Sales:Oslo`. */
const ACCOUNT = /^[0-9A-Za-z][0-9A-Za-z:.-]{0,19}$/;

const WANTED = 'an account of up to 20 letters, digits, colons, dots and hyphens';

/** Where an account was entered. */
interface Place {
	/** Its display name. */
	parameter: string;
	itemIndex: number;
}

/**
 * An account as text; null if it is empty. A number counts, since a sheet may hold one.
 *
 * @throws NodeOperationError if it fits no chart of accounts
 */
export function toAccount(
	context: IExecuteFunctions,
	given: unknown,
	{ parameter, itemIndex }: Place,
): string | null {
	const account = toText(context, { parameter, given, itemIndex });
	if (account === '') return null;
	if (ACCOUNT.test(account)) return account;
	throw invalidParameter(context, { parameter, given, wanted: WANTED, itemIndex });
}

/** @throws NodeOperationError as {@link toAccount} does */
export function readAccount(
	context: IExecuteFunctions,
	{ displayName: parameter, name }: INodeProperties,
	itemIndex: number,
	path = name,
): string | null {
	const given = readValue(context, { parameter, name: path, fallback: '', itemIndex });
	return toAccount(context, given, { parameter, itemIndex });
}

/** @throws NodeOperationError if it is empty, too */
export function readRequiredAccount(
	context: IExecuteFunctions,
	field: INodeProperties,
	itemIndex: number,
): string {
	const account = readAccount(context, field, itemIndex);
	if (account !== null) return account;
	const { displayName: parameter } = field;
	throw invalidParameter(context, { parameter, given: '', wanted: 'filled in', itemIndex });
}
