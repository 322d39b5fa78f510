import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { MAX_PAGE_SIZE } from '../../../vipps/api/sales';
import type { Hints } from '../../../vipps/hints';
import type { Taken, Wanted } from '../../../vipps/paging/take';
import { readBoolean } from './values/boolean';
import { readWholeNumber } from './values/wholeNumber';

const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
};

/** The pagination toggle, and how much to get if it is off. */
export const paginationFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	limitField,
];

/** An entry of an operation's Options. */
export const pageSizeOption: INodeProperties = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_PAGE_SIZE },
	default: MAX_PAGE_SIZE,
	description: 'Sales per request (1–1000). By default as few requests as possible are made.',
};

/** @throws NodeOperationError if one of them is of another kind, or out of bounds */
export function readPagination(context: IExecuteFunctions, itemIndex: number): Wanted {
	const field = (parameter: string, name: string, fallback: unknown) => {
		return { parameter, name, fallback, itemIndex };
	};
	const returnAll = readBoolean(context, field('Return All', 'returnAll', false));
	const pageSize = field('Page Size', 'options.pageSize', MAX_PAGE_SIZE);
	return {
		limit: returnAll
			? Infinity
			: readWholeNumber(context, field('Limit', 'limit', limitField.default)),
		pageSize: readWholeNumber(context, pageSize, MAX_PAGE_SIZE),
	};
}

/** Tells that the limit was reached, if there are or may be more. */
export function hintAtLimit(
	hints: Hints,
	{ limit }: Wanted,
	{ count, hasMore }: Pick<Taken<unknown>, 'count' | 'hasMore'>,
): void {
	const isCut = count > limit || (count === limit && hasMore);
	if (isCut) hints.count('info', String(limit), limitReached);
}

const limitReached = (limits: string, count: number) =>
	count === 1
		? `The limit of ${limits} was reached; there may be more. ${RETURN_ALL}`
		: `The limits of ${limits} were reached; there may be more. ${RETURN_ALL}`;

const RETURN_ALL = "Turn on 'Return All' to get everything.";
