import type { NodeOperationError } from 'n8n-workflow';

import type { HostContext } from '../../../../vipps/hostVersions';
import { operationError } from '../../../../vipps/outcome/errors';
import { preview } from '../../../../vipps/outcome/preview';

/** What is wrong with a parameter, in the editor's words. */
interface InvalidParameter {
	/** The parameter's display name. */
	parameter: string;
	given: unknown;
	/** Completes "… must be": `a whole number from 1`. */
	wanted: string;
	/** What to do, if it is not obvious. */
	advice?: string;
	/** Undefined in a trigger, which has no input items. */
	itemIndex?: number;
}

/** The error for a bad parameter, made before any call. */
export function invalidParameter(
	context: Pick<HostContext, 'getNode'>,
	{ parameter, given, wanted, advice, itemIndex }: InvalidParameter,
): NodeOperationError {
	const isEmpty = given === '' || given === undefined || given === null;
	const description = [isEmpty ? 'It is empty.' : `You entered ${preview(given)}.`, advice]
		.filter(Boolean)
		.join(' ');
	const message = `'${parameter}' must be ${wanted}`;
	return operationError(context.getNode(), message, { description, itemIndex });
}
