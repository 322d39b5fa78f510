import type { IPollFunctions, NodeOperationError } from 'n8n-workflow';

import { operationError } from '../../vipps/errors';
import { isSegment } from '../../vipps/path';
import { shapeNamed, type Shape } from '../../accounting/shapes';
import type { SalesEntry } from '../../vipps/types';
import { sketch } from '../../vipps/redact';
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
	const read = (name: string, fallback: unknown) =>
		(context.getNodeParameter(name, fallback) ?? fallback) as unknown;
	const refuse = (parameter: string, given: unknown, wanted: string): NodeOperationError =>
		operationError(context.getNode(), `${parameter} must be ${wanted}`, {
			description: `It is ${sketch(given)}.`,
		});
	const oneOf = <Value extends string>(parameter: string, name: string, values: Value[]): Value => {
		const given = read(name, values[0]);
		const known = values.find((value) => value === given);
		if (known === undefined) throw refuse(parameter, given, values.join(' or '));
		return known;
	};

	const choice = oneOf('Ledgers', 'ledgers', ['all', 'selected']);
	const given = choice === 'all' ? [] : read('ledgerIds', []);
	const ledgerIds = [...new Set(listOf(given).map(String))];
	if (choice === 'selected' && ledgerIds.length === 0) {
		throw refuse('Ledger Names or IDs', given, 'at least one ledger');
	}
	if (!ledgerIds.every(isSegment)) {
		throw refuse('Ledger Names or IDs', given, 'IDs that fit into a web address');
	}
	const entryTypes = listOf(read('entryTypes', [])).map((type) => String(type).toLowerCase());
	const output = read('output', 'entries');
	const shape = shapeNamed(output);
	if (shape === undefined) throw refuse('Output', output, 'entries, lines or rows');
	const maxItems = read('options.maxItems', DEFAULT_MAX_ITEMS);
	if (!Number.isSafeInteger(maxItems) || Number(maxItems) < 1) {
		throw refuse('Max Items', maxItems, 'a whole number from 1');
	}
	const restarts = readRestarts(
		read('options.restartLedgers', {}),
		(given) => {
			if (typeof given !== 'string' || !isSegment(given)) {
				throw refuse('Restart Ledgers', given, 'ledgers, each by its ID');
			}
			return given;
		},
		refuse,
	);
	const { baseUrl } = await context.getCredentials('vippsAccountingApi');
	return {
		baseUrl: String(baseUrl).trim().replace(/\/+$/, ''),
		choice,
		ledgerIds,
		startsNow: oneOf('Start From', 'startFrom', ['now', 'beginning']) === 'now',
		wants: ({ entryType }) =>
			entryTypes.length === 0 || entryTypes.includes(String(entryType).toLowerCase()),
		shape,
		perLine: output === 'lines',
		maxItems: Number(maxItems),
		restarts,
	};
}

/** An expression may give one value instead of a list. */
const listOf = (given: unknown): unknown[] =>
	(Array.isArray(given) ? given : [given]).filter((value) => value !== '' && value !== null);
