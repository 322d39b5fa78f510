import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { WorkflowImport } from '../host/drive/n8n.cts';

/** A node's reference to its credential. */
export interface CredentialReference {
	/** The credential type. */
	type: string;
	id: string;
	name: string;
}

const packagePrefix = 'n8n-nodes-vipps-accounting.';

/**
 * The example workflows of a folder, by file name.
 *
 * @throws Error if one is not a workflow or has no id to run it by
 */
export async function readWorkflows(folder: string): Promise<Map<string, WorkflowImport>> {
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
	const workflows = new Map<string, WorkflowImport>();
	for (const file of files) {
		workflows.set(file, parseWorkflow(await readFile(join(folder, file), 'utf8'), file));
	}
	return workflows;
}

function parseWorkflow(text: string, file: string): WorkflowImport {
	let workflow: Partial<WorkflowImport>;
	try {
		workflow = JSON.parse(text) as Partial<WorkflowImport>;
	} catch (error) {
		throw new Error(`${file} is not JSON: ${(error as Error).message}`);
	}
	if (workflow.id && Array.isArray(workflow.nodes)) return workflow as WorkflowImport;
	throw new Error(`${file} is not a workflow with an id`);
}

/** The workflow with this credential in every node of this package. */
export function withCredential(
	workflow: WorkflowImport,
	{ type, id, name }: CredentialReference,
): WorkflowImport {
	const nodes = workflow.nodes.map((node) =>
		node.type.startsWith(packagePrefix)
			? { ...node, credentials: { ...node.credentials, [type]: { id, name } } }
			: node,
	);
	return { ...workflow, nodes };
}

/** The names of a workflow's nodes that read sales. n8n's export leaves a parameter out if it has its default. */
export const salesNodes = ({ nodes }: WorkflowImport): string[] =>
	nodes
		.filter(({ type }) => type === `${packagePrefix}vippsSales`)
		.filter(({ parameters }) => (parameters?.resource ?? 'sale') === 'sale')
		.map(({ name }) => name);
