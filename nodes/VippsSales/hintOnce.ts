import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

const given = new WeakMap<IExecuteFunctions, Set<string>>();

/** Shows a hint beside the result, once in a run of the node, however many of its items give rise to it. */
export function hintOnce(context: IExecuteFunctions, hint: NodeExecutionHint): void {
	const messages = given.get(context) ?? new Set<string>();
	if (messages.has(hint.message)) return;
	given.set(context, messages.add(hint.message));
	context.addExecutionHints(hint);
}
