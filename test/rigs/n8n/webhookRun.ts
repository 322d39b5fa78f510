import type { RunData } from '../../../host/drive/execution.cts';
import { executionsOf, readExecution } from '../../../host/drive/executions.cts';
import type { RestClient } from '../../../host/drive/rest.cts';
import { callWebhook } from '../../../host/drive/webhook.cts';
import { until } from './until';

/** A started n8n. */
interface Started {
	url: string;
	client: RestClient;
}

/** Runs a published workflow by its webhook; reads what n8n has stored of it. */
export async function runByWebhook(
	{ url, client }: Started,
	workflowId: string,
	path: string,
): Promise<RunData> {
	const latest = async () => (await executionsOf(client, workflowId))[0];
	const before = await latest();
	await callWebhook(url, path);
	const isOver = async () => {
		const { id, status = '' } = (await latest()) ?? {};
		return id !== before?.id && ['success', 'error', 'crashed'].includes(status);
	};
	await until(isOver, 'the end of the run');
	return await readExecution(client, (await latest())?.id ?? '');
}
