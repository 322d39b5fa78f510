import type { IExecuteFunctions, INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import type { WordedError } from '../../vipps/hostError';

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
		? { json: { error: message }, error: error as NodeOperationError, pairedItem }
		: { json: { error: message, description, httpCode }, pairedItem };
}
