import type { IPollFunctions } from 'n8n-workflow';

import { shapeNamed, type Shape } from '../../../accounting/items/shapes';
import { isSegment } from '../../../vipps/http/path';
import type { SalesEntry } from '../../../vipps/api/types';
import { givenOf, type Field } from '../parameters/values/value';
import { textOf } from '../parameters/values/text';
import { readOneOf } from '../parameters/values/choice';
import { refusal } from '../parameters/values/invalidParameter';
import { readWholeNumber } from '../parameters/values/wholeNumber';
import { readRestarts, type Restart } from './restart';

const DEFAULT_MAX_ITEMS = 5000;

/** What the user has set. */
export interface Settings {
	/** Without a slash at its end. */
	baseUrl: string;
	choice: 'all' | 'selected';
	/** Of `selected`: at least one. */
	ledgerIds: string[];
	startsNow: boolean;
	/** Whether sales of this kind are asked for. */
	wants: (entry: SalesEntry) => boolean;
	shape: Shape;
	/** Whether an item is an order line. */
	perLine: boolean;
	maxItems: number;
	/** Ledgers to begin anew with. */
	restarts: Restart[];
}

/** @throws NodeOperationError that names the parameter, before any call */
export async function readSettings(context: IPollFunctions): Promise<Settings> {
	const ledgers: Field = { parameter: 'Ledgers', name: 'ledgers', fallback: 'all' };
	const choice = readOneOf(context, ledgers, ['all', 'selected']);
	const ledgerIds = choice === 'all' ? [] : readLedgerIds(context);
	const entryTypes = readEntryTypes(context);
	const output: Field = { parameter: 'Output', name: 'output', fallback: 'entries' };
	const given = givenOf(context, output);
	const shape = shapeNamed(given);
	if (shape === undefined) {
		throw refusal(context, { ...output, given, wanted: 'entries, lines or rows' });
	}
	const startFrom: Field = { parameter: 'Start From', name: 'startFrom', fallback: 'now' };
	const startsNow = readOneOf(context, startFrom, ['now', 'beginning']) === 'now';
	const maxItems = readWholeNumber(context, maxItemsField);
	const restarts = readRestarts(context);
	const { baseUrl } = await context.getCredentials('vippsAccountingApi');
	return {
		baseUrl: String(baseUrl).trim().replace(/\/+$/, ''),
		choice,
		ledgerIds,
		startsNow,
		wants: ({ entryType }) =>
			entryTypes.length === 0 ||
			(typeof entryType === 'string' && entryTypes.includes(entryType.toLowerCase())),
		shape,
		perLine: given === 'lines',
		maxItems,
		restarts,
	};
}

const ledgerIdsField: Field = {
	parameter: 'Ledger Names or IDs',
	name: 'ledgerIds',
	fallback: [],
};
const entryTypesField: Field = { parameter: 'Entry Types', name: 'entryTypes', fallback: [] };
const maxItemsField: Field = {
	parameter: 'Max Items',
	name: 'options.maxItems',
	fallback: DEFAULT_MAX_ITEMS,
};

function readLedgerIds(context: IPollFunctions): string[] {
	const given = givenOf(context, ledgerIdsField);
	const texts = listOf(given).map((id) => textOf(context, { ...ledgerIdsField, given: id }));
	const ids = [...new Set(texts.filter((id) => id !== ''))];
	const refuse = (wanted: string) => refusal(context, { ...ledgerIdsField, given, wanted });
	if (ids.length === 0) throw refuse('at least one ledger');
	if (!ids.every(isSegment)) throw refuse('IDs that fit into a web address');
	return ids;
}

/** In lower case; none where all are wanted. Vipps may add types, so that any text may be one. */
function readEntryTypes(context: IPollFunctions): string[] {
	const given = givenOf(context, entryTypesField);
	const types = listOf(given);
	if (!types.every((type) => typeof type === 'string')) {
		throw refusal(context, { ...entryTypesField, given, wanted: 'texts such as capture' });
	}
	return types.map((type) => type.trim().toLowerCase()).filter((type) => type !== '');
}

/** An expression may give one value instead of a list. */
const listOf = (given: unknown): unknown[] =>
	Array.isArray(given) ? given : [given].filter((value) => value !== undefined && value !== null);
