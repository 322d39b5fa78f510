import type { WorkflowNode } from '../../../host/drive/n8n.cts';
import { signIn, type RestClient } from '../../../host/drive/rest.cts';
import { startServer } from '../../../host/drive/server.cts';
import { callWebhook } from '../../../host/drive/webhook.cts';
import { publish } from './recipeRig';
import { owner } from './setup/owner.cts';
import { setUp } from './setup/realN8n.cts';
import { webhook } from './workflows.cts';
import { chained } from '../workflowJson.cts';

const TYPE = 'vippsAccountingApi';

/** A real n8n behind its editor, in which credentials and workflows are made as a user makes them. */
export interface PartnerRig {
	client: RestClient;
	/** Makes a credential; gives its ID. */
	createCredential(data: object): Promise<string>;
	/** Publishes a workflow of a webhook and this node behind it, which uses the credential. */
	serve(path: string, credentialId: string, node: Partial<WorkflowNode>): Promise<void>;
	/** Calls such a webhook: the status, and the JSON of the first item that its node gave. */
	run(path: string, body?: object): Promise<{ status: number; json: Record<string, unknown> }>;
	close(): Promise<void>;
}

/** Takes as long as `setUp` does, and a start of n8n. */
export async function setUpPartners(): Promise<PartnerRig> {
	const n8n = await setUp();
	const server = await startServer(n8n.environment);
	const client = await signIn(server.url, owner);
	return {
		client,
		createCredential: async (keys) => {
			const data = { environment: 'custom', ...keys };
			const created = await client.post('/credentials', { name: 'Partner', type: TYPE, data });
			return (created as { id: string }).id;
		},
		serve: async (path, credentialId, node) => {
			const behind = {
				...{ id: 'node', name: 'Node', typeVersion: 1, position: [200, 0] },
				...node,
				credentials: { [TYPE]: { id: credentialId, name: 'Partner' } },
			};
			const created = await client.post('/workflows', {
				name: path,
				nodes: [webhook(path), behind],
				connections: chained('Webhook', 'Node'),
				settings: { executionOrder: 'v1' },
			});
			await publish(client, (created as { id: string }).id);
		},
		run: async (path, body = {}) => {
			const answer = await callWebhook(server.url, path, body);
			return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
		},
		close: async () => {
			await server.stop();
			await n8n.close();
		},
	};
}
