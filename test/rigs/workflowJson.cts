/** Connections from one output of a node to the first input of each of these nodes. */
export const to = (...names: string[]) =>
	names.map((node) => ({ node, type: 'main' as const, index: 0 }));

/** Connects each of these nodes to the next one. */
export const chained = (
	...names: string[]
): Record<string, { main: Array<ReturnType<typeof to>> }> =>
	Object.fromEntries(
		names.slice(1).map((name, index) => [names[index] ?? '', { main: [to(name)] }]),
	);

/** The node at which an execution starts that a person or the command line starts. */
export const manualTrigger = {
	id: 'start',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};
