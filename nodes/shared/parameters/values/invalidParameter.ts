import type { NodeOperationError } from 'n8n-workflow';

import { operationError } from '../../../../vipps/outcome/errors';
import { shorten } from '../../../../vipps/outcome/preview';
import type { VippsContext } from '../../../../vipps/run';

/** What was wrong with a parameter, in the editor's words. */
interface Refusal {
	/** The parameter's display name. */
	parameter: string;
	given: unknown;
	/** Completes "… must be": `a whole number from 1`. */
	wanted: string;
	/** What to do, where that does not go without saying. */
	advice?: string;
	/** Left out in a trigger, which has no input items. */
	itemIndex?: number;
}

const LONGEST_VALUE = 80;

/** The error for bad input, made before any call. */
export function refusal(
	context: Pick<VippsContext, 'getNode'>,
	{ parameter, given, wanted, advice, itemIndex }: Refusal,
): NodeOperationError {
	const description = [`It is ${show(given)}.`, advice].filter(Boolean).join(' ');
	const message = `${parameter} must be ${wanted}`;
	return operationError(context.getNode(), message, { description, itemIndex });
}

function show(given: unknown): string {
	if (given === '' || given === undefined || given === null) return 'empty';
	return shorten(asText(given), LONGEST_VALUE);
}

/** JSON, but for what has none (a bigint, a circle) or loses what it is (NaN, an invalid date). */
function asText(given: unknown): string {
	try {
		const json = JSON.stringify(given) ?? 'null';
		return json === 'null' ? String(given) : json;
	} catch {
		return String(given);
	}
}
