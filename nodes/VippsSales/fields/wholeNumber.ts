import type { IExecuteFunctions } from 'n8n-workflow';

import { refusal } from './refusal';

/** What a user gave for a number. */
interface Given {
	/** The parameter's display name. */
	parameter: string;
	given: unknown;
	/** Infinity: no bound. */
	max: number;
	itemIndex: number;
}

/** @throws NodeOperationError when it is no whole number from 1 to the bound */
export function wholeNumber(context: IExecuteFunctions, number: Given): number {
	const { given, max } = number;
	if (Number.isInteger(given) && Number(given) >= 1 && Number(given) <= max) return Number(given);
	const upTo = Number.isFinite(max) ? ` to ${max}` : '';
	throw refusal(context, { ...number, wanted: `a whole number from 1${upTo}` });
}
