import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { DEFAULT_CONCURRENCY } from '../../../vipps/limiter';
import { readWholeNumber } from './values/wholeNumber';

const MAX_CONCURRENCY = 20;

/** An entry of an operation's Options. */
export const maxParallelOption: INodeProperties = {
	displayName: 'Max Parallel Requests',
	name: 'maxParallel',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
	default: DEFAULT_CONCURRENCY,
	description:
		'Max number of requests at the same time (1–20), for all input items together. Lower it if Vipps limits the rate.',
};

/** @throws NodeOperationError if it is out of bounds */
export function readMaxParallel(context: IExecuteFunctions): number {
	const parameter = 'Max Parallel Requests';
	const name = 'options.maxParallel';
	const field = { parameter, name, fallback: DEFAULT_CONCURRENCY, itemIndex: 0 };
	return readWholeNumber(context, field, MAX_CONCURRENCY);
}
