import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Wanted } from '../../../vipps/collect';
import { MAX_PAGE_SIZE } from '../../../vipps/paginate';
import { wholeNumber } from './wholeNumber';

/** The pagination toggle, and how much to get when it is off. */
export const paginationFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** An entry of an operation's Options. */
export const pageSizeOption: INodeProperties = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_PAGE_SIZE },
	default: MAX_PAGE_SIZE,
	description:
		'How many sales to get with one call, from 1 to 1000. Without this option as many as are needed, which takes the fewest calls.',
};

/** @throws NodeOperationError when the limit or the page size is out of bounds */
export function readPagination(context: IExecuteFunctions, itemIndex: number): Wanted {
	const read = (name: string, fallback?: unknown) =>
		context.getNodeParameter(name, itemIndex, fallback) as unknown;
	const whole = (parameter: string, given: unknown, max: number) =>
		wholeNumber(context, { parameter, given, max, itemIndex });
	const pageSize = read('options.pageSize', null);
	return {
		limit: read('returnAll', false) === true ? Infinity : whole('Limit', read('limit'), Infinity),
		pageSize: pageSize === null ? undefined : whole('Page Size', pageSize, MAX_PAGE_SIZE),
	};
}
