import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { typeOf } from '../../rigs/engine/nodeTypes';
import type { Rig } from '../../rigs/engine/rig';

/**
 * The items of each output of a node.
 *
 * @param node its short name, such as `vippsSettlement`
 */
export async function runOf(
	{ run }: Rig,
	parameters: INodeParameters,
	node = 'vippsSales',
): Promise<IDataObject[][]> {
	const { outputs, error } = await run(parameters, [{}], { type: typeOf(node) });
	if (error !== undefined) throw new Error(error.message);
	return outputs.map((items) => items.map(({ json }) => json));
}
