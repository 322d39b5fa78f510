import { resolve } from 'node:path';

import type { INodeType } from 'n8n-workflow';

import { repository } from '../../../host/folders.cts';
import { n8n } from '../../../package.json';

/** `dist/nodes/VippsSales/VippsSales.node.js` → the class in `nodes/VippsSales/VippsSales.node.ts` */
function nodeOf(compiled: string): INodeType {
	const source = compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts');
	const exported = require(resolve(repository, source)) as Record<string, new () => INodeType>;
	const [NodeClass] = Object.values(exported);
	if (NodeClass === undefined) throw new Error(`${source} exports no node`);
	return new NodeClass();
}

/** The nodes that package.json names, from the sources, in its order. */
export const nodes: INodeType[] = n8n.nodes.map(nodeOf);
