import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

/**
 * The output of a node that is the tool of an AI model. n8n hands the model the first output alone and shows it no hint, so the items of the
 * other outputs (where a feed continues) and the hints (that a limit was reached) come behind it, as items.
 */
export function forModel(
	[first = [], ...others]: INodeExecutionData[][],
	hints: NodeExecutionHint[],
): INodeExecutionData[][] {
	const pairedItem = { item: 0 };
	const notes = hints.map(({ message }) => ({ json: { note: message }, pairedItem }));
	return [[...first, ...others.flat(), ...notes]];
}
