import type { IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

import { operationError } from '../../../vipps/errors';

/** What was wrong with a parameter, in the editor's words. */
interface Refusal {
	/** The parameter's display name. */
	parameter: string;
	given: unknown;
	/** Completes "… must be": `a whole number from 1`. */
	wanted: string;
	/** What to do, where that does not go without saying. */
	advice?: string;
	itemIndex: number;
}

/** The error for bad input, made before any call. */
export function refusal(
	context: IExecuteFunctions,
	{ parameter, given, wanted, advice, itemIndex }: Refusal,
): NodeOperationError {
	const description = [`It is ${show(given)}.`, advice].filter(Boolean).join(' ');
	const message = `${parameter} must be ${wanted}`;
	return operationError(context.getNode(), message, { description, itemIndex });
}

function show(given: unknown): string {
	if (given === '' || given === undefined || given === null) return 'empty';
	const text = JSON.stringify(given) ?? String(given);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
