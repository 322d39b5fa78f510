import { readWorkflows, withCredential } from '../../../demo/workflows.cts';
import { repository } from '../../../host/folders.cts';
import type { WorkflowImport, WorkflowNode } from '../../../host/drive/n8n.cts';
import type { RestClient } from '../../../host/drive/rest.cts';
import { ledger } from './operations';
import { credentials } from './setup/credentials.cts';
import { webhook, workflowOf } from './workflows.cts';

const MANUAL = 'When clicking ‘Execute workflow’';

/** The example workflows by file name, as a user has them after the import: with the keys chosen. */
export async function readRecipes(): Promise<(file: string) => WorkflowImport> {
	const workflows = await readWorkflows(`${repository}/workflows`);
	return (file) => {
		const workflow = workflows.get(file);
		if (!workflow) throw new Error(`There is no workflow ${file}`);
		return withCredential(workflow, { type: 'vippsAccountingApi', ...credentials.right });
	};
}

/** The workflow with a node changed as its note asks the user to; parameters that are not named stay. */
export function withNode(
	workflow: WorkflowImport,
	name: string,
	{ parameters, ...change }: Partial<WorkflowNode>,
): WorkflowImport {
	if (!workflow.nodes.some((node) => node.name === name)) {
		throw new Error(`"${workflow.name}" has no node "${name}"`);
	}
	const nodes = workflow.nodes.map((node) =>
		node.name === name
			? { ...node, ...change, parameters: { ...node.parameters, ...parameters } }
			: node,
	);
	return { ...workflow, nodes };
}

/**
 * The workflow, started in production by a POST to `/webhook/<id>` and no longer by its schedule: that would keep a test
 * waiting, or come in between.
 *
 * @param like the trigger that starts it otherwise
 */
export function withWebhook(workflow: WorkflowImport, like = MANUAL): WorkflowImport {
	const trigger = { ...webhook(workflow.id), position: [0, 400] };
	const nodes = workflow.nodes.map((node) =>
		node.type === 'n8n-nodes-base.scheduleTrigger' ? { ...node, disabled: true } : node,
	);
	return {
		...workflow,
		nodes: [...nodes, trigger],
		connections: { ...workflow.connections, [trigger.name]: workflow.connections[like] },
	};
}

/** Sends the item, in a list, to an address. */
const postTo = (url: string): Partial<WorkflowNode> => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ JSON.stringify([$json]) }}',
		options: {},
	},
});

/**
 * The recipes that n8n starts by itself, set up as their notes say, and a workflow that fails.
 *
 * @param url where the webhook and the error workflow send to
 * @param limit how many sales of each ledger a run brings
 */
export async function servedRecipes(url: string, limit: number): Promise<WorkflowImport[]> {
	const recipe = await readRecipes();
	const inBatches = (workflow: WorkflowImport) =>
		withWebhook(withNode(workflow, 'Get new sales', { parameters: { limit } }));
	const mirror = recipe('feed-to-data-table.json');
	const sending = withNode(recipe('new-sales-to-webhook.json'), 'Send the sales', {
		parameters: { url },
		waitBetweenTries: 100,
	});
	const errors = withNode(recipe('error-workflow.json'), 'Tell somebody', postTo(url));
	const date = { resource: 'sale', operation: 'getByDate' };
	const failing = workflowOf('failing', { ...date, ledgerId: ledger('not-mine') });
	return [
		recipe('find-an-order-form.json'),
		inBatches(mirror),
		// It has no checkpoint of its own: it brings all from the first sale once more.
		inBatches({ ...mirror, id: 'mirrorAgain' }),
		inBatches(sending),
		errors,
		withWebhook({ ...failing, settings: { errorWorkflow: errors.id } }, 'Start'),
	];
}

/** Publishes an imported workflow, as the button in the editor does. */
export async function publish(client: RestClient, id: string): Promise<void> {
	const { versionId } = (await client.get(`/workflows/${id}`)) as { versionId: string };
	await client.post(`/workflows/${id}/activate`, { versionId });
}
