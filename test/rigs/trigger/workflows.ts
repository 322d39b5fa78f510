import type { WorkflowNode } from '../../../host/drive/n8n.cts';
import { chained } from '../workflowJson.cts';
import { credentials } from '../n8n/setup/credentials.cts';
import { TRIGGER_TYPE } from '../n8n/setup/package.cts';

/** A workflow as n8n's API takes it. */
export interface NewWorkflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings: object;
}

export const TRIGGER_NAME = 'Vipps Sales Trigger';

/** The trigger, polling once a minute: as often as n8n allows. */
export const triggerNode = (parameters: object, credential = credentials.right): WorkflowNode => ({
	id: 'b1d9a4e2-5c1f-4b83-8a52-0f6f7ac1d001',
	name: TRIGGER_NAME,
	type: TRIGGER_TYPE,
	typeVersion: 1,
	position: [0, 0],
	parameters: {
		pollTimes: { item: [{ mode: 'everyMinute' }] },
		output: 'entries',
		...parameters,
	},
	credentials: { vippsAccountingApi: credential },
});

/** Remove Duplicates as the trigger's notice says. */
export const dedupeNode = (options: object): WorkflowNode => ({
	id: 'b1d9a4e2-5c1f-4b83-8a52-0f6f7ac1d003',
	name: 'Remove Duplicates',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	position: [400, 0],
	parameters: {
		operation: 'removeItemsSeenInPreviousExecutions',
		dedupeValue: '={{ $json.dedupeKey }}',
		options,
	},
});

/** These nodes, one behind the other. */
export const chainOf = (name: string, nodes: WorkflowNode[]): NewWorkflow => ({
	name,
	nodes,
	connections: chained(...nodes.map((node) => node.name)),
	settings: { executionOrder: 'v1', timezone: 'Europe/Oslo' },
});

/** The workflow with one of its nodes changed. */
export const withNode = (
	workflow: NewWorkflow,
	name: string,
	change: (node: WorkflowNode) => Partial<WorkflowNode>,
): NewWorkflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) => (node.name === name ? { ...node, ...change(node) } : node)),
});

/** The workflow with a node of another name. */
export function renamed(workflow: NewWorkflow, from: string, name: string): NewWorkflow {
	const { [from]: outputs, ...connections } = workflow.connections;
	const { nodes } = withNode(workflow, from, () => ({ name }));
	return { ...workflow, nodes, connections: { ...connections, [name]: outputs } };
}

/** The workflow with one node more behind one of its own. */
export const extended = (
	workflow: NewWorkflow,
	behind: string,
	node: WorkflowNode,
): NewWorkflow => ({
	...workflow,
	nodes: [...workflow.nodes, node],
	connections: { ...workflow.connections, ...chained(behind, node.name) },
});
