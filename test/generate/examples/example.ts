import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { jsonBlock } from '../markdown';

/** One output of a node after a run. */
export interface Shown {
	/** The output's name, where the node has several. */
	output?: string;
	items: IDataObject[];
	/** How many of the items to show; left out, the first. */
	most?: number;
}

/** Parameters of a node, and what came of them. */
export interface Example {
	parameters: INodeParameters;
	/** What the parameters do not say. */
	circumstance?: string;
	outputs: Shown[];
}

/** An example as text. */
export function exampleText({ parameters, circumstance, outputs }: Example): string {
	return [
		circumstance ? `${circumstance}, these parameters` : 'These parameters',
		jsonBlock(parameters),
		...outputs.flatMap((shown, at) => [
			`${at === 0 ? 'give' : 'and'} ${introductionOf(shown)}`,
			...shown.items.slice(0, shown.most ?? 1).map(jsonBlock),
		]),
	].join('\n\n');
}

function introductionOf({ output, items, most = 1 }: Shown): string {
	const where = output ? ` at the output **${output}**` : '';
	const count = items.length === 1 ? 'one item' : `${items.length} items`;
	if (items.length <= most) return `${count}${where}:`;
	return `${count}${where}, of which ${most === 1 ? 'this is the first' : `these are the first ${most}`}:`;
}
