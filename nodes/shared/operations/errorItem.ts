import type { IExecuteFunctions, INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import type { ReadableError } from '../../../vipps/outcome/nodeError';

/**
 * The item for an input item that failed. n8n cuts the json of an item with an `error` down to its message, and sends an item with more json
 * than a message to the error output only if it has an `error`. So on the error output the rest is in `$input.item.error`.
 */
export function errorItem(
	context: IExecuteFunctions,
	error: ReadableError,
	item: number,
): INodeExecutionData {
	const { message, description = null, httpCode = null } = error;
	const pairedItem = { item };
	return context.getNode().onError === 'continueErrorOutput'
		? { json: { error: message }, error: plainly(error), pairedItem }
		: { json: { error: message, description, httpCode }, pairedItem };
}

/** As plain data: an error of n8n loses its httpCode when n8n stores the execution, as it does for a workflow that waits. */
function plainly(error: ReadableError & { context?: object }): NodeOperationError {
	const { name, message, description = null, httpCode = null, context } = error;
	return {
		name,
		message,
		description,
		httpCode,
		context,
	} as Partial<NodeOperationError> as NodeOperationError;
}
