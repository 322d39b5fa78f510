import type { WorkflowImport, WorkflowNode } from '../../../host/drive/n8n.cts';
import { postNode } from '../../rigs/n8n/accountingSystem';
import { postingWorkflow } from '../../rigs/n8n/checkpointWorkflows';
import { credentials } from '../../rigs/n8n/setup/credentials.cts';
import { TRIGGER_TYPE } from '../../rigs/n8n/setup/package.cts';
import { webhook } from '../../rigs/n8n/workflows.cts';
import { chained } from '../../rigs/workflowJson.cts';

/** The ledger whose feed the workflow with a saved checkpoint reads. */
export const LEDGER = '310488';
/** The workflow with a saved checkpoint. Its webhook has the same name. */
export const FLOW = 'flow';
/** The workflow of Vipps Sales Trigger, which polls all ledgers once a minute. */
const TRIGGERED = 'triggered';

const TRIGGER = 'Vipps Sales Trigger';

const WORK = 'work';

/**
 * All workflows. They post their sales to these addresses.
 *
 * @param inSubWorkflow whether the workflow with the webhook calls the one with a saved checkpoint
 */
export function workflows(
	urls: { flow: string; triggered: string },
	inSubWorkflow: boolean,
): WorkflowImport[] {
	const posting = { ledgerId: LEDGER, url: urls.flow };
	const flow = inSubWorkflow
		? [postingWorkflow(WORK, 'below', { ...posting, trigger: called }), calling]
		: [postingWorkflow(FLOW, 'below', posting)];
	return [...flow, triggered(urls.triggered)];
}

/** Where a sub-workflow begins, with the items of its caller. */
export const called: WorkflowNode = {
	id: 'called',
	name: 'Called',
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	typeVersion: 1.1,
	position: [0, 200],
	parameters: { inputSource: 'passthrough' },
};

/** Runs a sub-workflow, and waits for it. `each`: once for each item, one after another. */
export const subWorkflow = (
	name: string,
	workflowId: string,
	mode: 'once' | 'each',
): WorkflowNode => ({
	...{
		name,
		id: name,
		type: 'n8n-nodes-base.executeWorkflow',
		typeVersion: 1.2,
		position: [400, 0],
	},
	parameters: {
		workflowId: { __rl: true, mode: 'id', value: workflowId },
		mode,
		options: { waitForSubWorkflow: true },
	},
});

const calling: WorkflowImport = {
	id: FLOW,
	name: FLOW,
	settings: { executionOrder: 'v1' },
	connections: chained('Webhook', 'Call'),
	nodes: [webhook(FLOW), subWorkflow('Call', WORK, 'once')],
};

const triggered = (url: string): WorkflowImport => ({
	id: TRIGGERED,
	name: TRIGGERED,
	settings: { executionOrder: 'v1' },
	connections: chained(TRIGGER, 'Post'),
	nodes: [
		{
			id: '11111111-1111-4111-8111-111111111111',
			name: TRIGGER,
			type: TRIGGER_TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] }, output: 'entries' },
			credentials: { vippsAccountingApi: credentials.right },
		},
		postNode(url, { items: `$('${TRIGGER}').all()`, position: [200, 0] }),
	],
});
