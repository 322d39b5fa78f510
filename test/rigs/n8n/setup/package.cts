import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { repository } from '../../../../host/folders.cts';

interface Manifest {
	name: string;
	n8n: { nodes: string[] };
}

const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as Manifest;

/** The package as npm and n8n know it. */
export const PACKAGE = manifest.name;

/** The types of all nodes that package.json names, as n8n writes them in workflows, by the name of their class. */
export const nodeTypes: ReadonlyMap<string, string> = new Map(
	manifest.n8n.nodes.map((file) => {
		const className = basename(file, '.node.js');
		return [className, `${PACKAGE}.${className.charAt(0).toLowerCase()}${className.slice(1)}`];
	}),
);

export const NODE_TYPE = typeOf('VippsSales');
export const SETTLEMENT_TYPE = typeOf('VippsSettlement');
export const BOOKKEEPING_TYPE = typeOf('VippsBookkeeping');
export const TRIGGER_TYPE = typeOf('VippsSalesTrigger');
export const SETTLEMENT_TRIGGER_TYPE = typeOf('VippsSettlementTrigger');

function typeOf(className: string): string {
	const type = nodeTypes.get(className);
	if (!type) throw new Error(`package.json names no node ${className}`);
	return type;
}
