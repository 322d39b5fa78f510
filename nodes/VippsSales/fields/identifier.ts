import type { IExecuteFunctions } from 'n8n-workflow';

import { isSegment } from '../../../vipps/path';
import { refusal } from './refusal';

/**
 * An opaque id that a user gave, as the string to send. A number is what an expression makes of an all-digit id.
 *
 * @throws NodeOperationError when it is empty or no path can carry it
 */
export function readIdentifier(
	context: IExecuteFunctions,
	given: unknown,
	parameter: string,
	itemIndex: number,
): string {
	const id = Number.isSafeInteger(given) ? String(given) : (given ?? '');
	const refuse = (wanted: string) => refusal(context, { parameter, given, wanted, itemIndex });
	if (typeof id !== 'string') throw refuse('a text');
	if (id.trim() === '') throw refuse('filled in');
	if (!isSegment(id)) throw refuse('an ID that fits into a web address');
	return id;
}
