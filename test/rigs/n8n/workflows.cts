import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository } from '../../../host/folders.cts';
import type { WorkflowImport, WorkflowNode } from '../../../host/drive/n8n.cts';
import { credentials } from './setup/credentials.cts';
import { chained, manualTrigger, to } from '../workflowJson.cts';
import { NODE_TYPE, PACKAGE } from './setup/package.cts';

/** A node of ours: its parameters, and what else is set in it. */
export interface SalesNode {
	/** Vipps Sales where it is left out. */
	type?: string;
	parameters: object;
	/** The right keys where it is left out. */
	credential?: { id: string; name: string };
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
}

const settings = {
	executionOrder: 'v1',
	timezone: 'Europe/Oslo',
	saveDataErrorExecution: 'all',
	saveDataSuccessExecution: 'all',
};

/** A workflow that runs one Vipps Sales node once. */
export const workflowOf = (id: string, parameters: object): WorkflowImport =>
	sideBySide(id, { 'Vipps Sales': { parameters } });

/**
 * A workflow that runs nodes of ours in this order, by name, each once on the item that the nodes before them bring:
 * by default one empty item.
 */
export function sideBySide(
	id: string,
	nodes: Record<string, SalesNode>,
	before: WorkflowNode[] = [manualTrigger],
): WorkflowImport {
	const ours = Object.entries(nodes).map(([name, node], index) => ({
		name,
		id: `sales-${index}`,
		type: node.type ?? NODE_TYPE,
		typeVersion: 1,
		position: [400, index * 200],
		parameters: { ...node.parameters },
		credentials: { vippsAccountingApi: node.credential ?? credentials.right },
		onError: node.onError,
	}));
	const names = before.map(({ name }) => name);
	const last = names.at(-1) ?? '';
	return {
		id,
		name: id,
		nodes: [...before, ...ours],
		connections: { ...chained(...names), [last]: { main: [to(...Object.keys(nodes))] } },
		settings,
	};
}

/** Where a production run begins: a POST to `/webhook/<path>`, answered when the run is over. */
export const webhook = (path: string): WorkflowNode => ({
	id: 'webhook',
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	position: [0, 0],
	webhookId: path,
	parameters: { path, httpMethod: 'POST', responseMode: 'lastNode' },
});

/** Brings these items, the second and third node of a chain. */
export const bringItems = (items: object[]): WorkflowNode[] => [
	{
		id: 'items',
		name: 'Items',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [100, 0],
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ items }) },
	},
	{
		id: 'split',
		name: 'Split',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [200, 0],
		parameters: { fieldToSplitOut: 'items' },
	},
];

const examplesFolder = join(repository, 'workflows');

/** The file names of the example workflows. */
export const exampleFiles = (): string[] => readdirSync(examplesFolder);

/** The example workflows, by file name, with the right keys chosen in every node of ours. */
export async function exampleWorkflows(): Promise<Map<string, WorkflowImport>> {
	const examples = new Map<string, WorkflowImport>();
	for (const file of exampleFiles()) {
		const workflow = JSON.parse(
			await readFile(join(examplesFolder, file), 'utf8'),
		) as WorkflowImport;
		for (const node of workflow.nodes) {
			if (!node.type.startsWith(`${PACKAGE}.`)) continue;
			node.credentials = { vippsAccountingApi: credentials.right };
		}
		examples.set(file, workflow);
	}
	return examples;
}
