import type { INodeType, INodeTypes } from 'n8n-workflow';

import { name as packageName } from '../../../package.json';
import { nodes } from './packageNodes.cts';

/** The full name of a node type, as it is in a workflow. */
export const typeOf = (name: string): string => `${packageName}.${name}`;

/** A node by its short name, such as `vippsSales`. */
export function nodeNamed(name: string): INodeType {
	const node = nodes.find(({ description }) => description.name === name);
	if (node === undefined) throw new Error(`package.json names no node ${name}`);
	return node;
}

/** Our nodes, also as tools of AI models, and further ones by full name, as n8n looks them up. */
export function nodeTypesWith(others: Record<string, INodeType> = {}): INodeTypes {
	const own = nodes.flatMap((node) => {
		const type = typeOf(node.description.name);
		return [
			[type, node],
			[`${type}Tool`, node],
		];
	});
	const types = { ...Object.fromEntries(own), ...others } as Record<string, INodeType>;
	const get = (name: string) => types[name] as INodeType;
	return { getByName: get, getByNameAndVersion: get, getKnownTypes: () => ({}) };
}
