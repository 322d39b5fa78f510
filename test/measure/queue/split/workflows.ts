import type { WorkflowImport, WorkflowNode } from '../../../../host/drive/n8n.cts';
import { chained } from '../../../rigs/workflowJson.cts';
import type { Case } from '../../bench/cases/case';
import { ledgers } from '../../bench/cases/plain';
import { workflowOf } from '../../bench/cases/workflows';
import { called, subWorkflow } from '../workflows';

const COUNT = 2000;
const PER_PART = 500;

/** All ledgers, on a server that answers as that of the benchmark does. */
export const work: Case = {
	...ledgers(COUNT),
	...{ mode: 'turns', contenders: ['node'], latencyMs: 40, runs: 3, warmUps: 1 },
};

/** All ledgers in one run. The address of the server is in the credential. */
const whole = workflowOf(work, 'node', '');
/** A run of a sub-workflow for each part of them. */
const SPLIT = 'split';
const PART = 'part';

/** The items of the webhook: ledgers, or parts of them. */
export function itemsOf(ledgerIds: string[], workflowId: string): object[] {
	const items = ledgerIds.map((ledgerId) => ({ ledgerId }));
	if (workflowId !== SPLIT) return items;
	return Array.from({ length: Math.ceil(items.length / PER_PART) }, (_, part) => ({
		ledgers: items.slice(part * PER_PART, (part + 1) * PER_PART),
	}));
}

const nodesOf = (name: string): WorkflowNode[] => whole.nodes.filter((node) => node.name === name);

const workflow = (id: string, nodes: WorkflowNode[]): WorkflowImport => ({
	...{ id, name: id, nodes: structuredClone(nodes), settings: whole.settings },
	connections: chained(...nodes.map(({ name }) => name)),
});

/** All of them. The part comes first: only a published workflow can be called. */
export function workflows(): WorkflowImport[] {
	const part = workflow(PART, [
		called,
		...nodesOf('Items').map((node) => ({ ...node, parameters: { fieldToSplitOut: 'ledgers' } })),
		...nodesOf('Vipps Sales'),
	]);
	const webhook = nodesOf('Webhook').map((node) => ({
		...node,
		webhookId: SPLIT,
		parameters: { ...node.parameters, path: SPLIT },
	}));
	const split = workflow(SPLIT, [
		...webhook,
		...nodesOf('Items'),
		// The hooks of the benchmark read its output.
		subWorkflow('Sub-workflows', PART, 'each'),
	]);
	return [part, split, whole];
}

/** What is measured, in the order of the report. */
export const measured = [
	{ workflowId: whole.id, title: `${COUNT} ledgers in one run` },
	{ workflowId: SPLIT, title: `… in ${COUNT / PER_PART} sub-workflows of ${PER_PART}` },
];
