import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { MAX_CONCURRENCY } from '../../../vipps/limiter/concurrency';
import { readWholeNumber } from './values/wholeNumber';

/** What the option shows when it is added. */
const PROPOSED = 15;

/** An entry of an operation's Options. Without it the number follows from how Vipps answers. */
export const maxParallelOption: INodeProperties = {
	displayName: 'Max Parallel Requests',
	name: 'maxParallel',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
	default: PROPOSED,
	description: `Max number of requests at the same time (1–${MAX_CONCURRENCY}), for all input items together. By default it follows from how fast Vipps answers.`,
};

/** @throws NodeOperationError if it is out of bounds */
export function readMaxParallel(context: IExecuteFunctions): number {
	const parameter = maxParallelOption.displayName;
	const name = 'options.maxParallel';
	const field = { parameter, name, fallback: MAX_CONCURRENCY, itemIndex: 0 };
	return readWholeNumber(context, field, MAX_CONCURRENCY);
}
