import type { IExecuteFunctions, INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import type { WordedError } from '../../../vipps/outcome/nodeError';

/**
 * The item that stands for an input item that failed. Of an item with an `error` n8n keeps no more json than the message, and to the
 * error output it sends no item with more json than that but by its `error`: there the rest is in `$input.item.error`.
 */
export function errorItem(
	context: IExecuteFunctions,
	error: WordedError,
	item: number,
): INodeExecutionData {
	const { message, description = null, httpCode = null } = error;
	const pairedItem = { item };
	return context.getNode().onError === 'continueErrorOutput'
		? { json: { error: message }, error: plainly(error), pairedItem }
		: { json: { error: message, description, httpCode }, pairedItem };
}

/** As plain data: an error of n8n's loses its httpCode when n8n writes the execution down, and a workflow that waits reads that. */
function plainly(error: WordedError & { context?: object }): NodeOperationError {
	const { name, message, description = null, httpCode = null, context } = error;
	return {
		name,
		message,
		description,
		httpCode,
		context,
	} as Partial<NodeOperationError> as NodeOperationError;
}
