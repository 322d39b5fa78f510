import { sleep } from 'n8n-workflow';

import { signIn, type RestClient } from '../../host/rest.cts';
import { startServer, type N8nServer } from '../../host/server.cts';
import { credentials, owner, setUp, TRIGGER_TYPE, type RealN8n } from './realN8n.cts';

jest.setTimeout(45 * 60_000);

const NAME = 'Vipps Sales Trigger';
/** A scheduled poll comes once a minute. */
const PATIENCE_MS = 150_000;

/** Each in n8n's own words; only newer hosts have the second way, and older ones ignore its variables. */
const ways: Array<[string, NodeJS.ProcessEnv]> = [
	['as it is by default', {}],
	[
		'with durable cursors',
		{
			N8N_SCHEDULER_ENABLED: 'true',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
			N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
		},
	],
];

const workflow = {
	name: 'Triggered by sales',
	active: false,
	settings: { executionOrder: 'v1' },
	connections: {},
	nodes: [
		{
			id: '11111111-1111-4111-8111-111111111111',
			name: NAME,
			type: TRIGGER_TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] } },
			credentials: { vippsAccountingApi: credentials.right },
		},
	],
};

describe.each(ways)('the trigger in a real n8n, %s', (_, variables) => {
	let n8n: RealN8n;
	let server: N8nServer;
	let client: RestClient;

	const start = async () => {
		server = await startServer(n8n.environment);
		client = await signIn(server.url, owner);
	};
	beforeAll(async () => {
		n8n = await setUp({ now: '2026-06-15T12:00:00Z' }, variables);
		await start();
	});
	afterAll(async () => {
		await server.stop();
		await n8n.close();
	});

	const sold = () =>
		n8n.sandbox
			.ledgers()
			.reduce((sum, { ledgerId }) => sum + n8n.sandbox.sales(ledgerId).length, 0);

	/** How many items all executions of a workflow were started with. */
	const delivered = async (workflowId: string) => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = (await client.get(`/executions?filter=${filter}`)) as {
			results: Array<{ id: string }>;
		};
		const executions = await Promise.all(
			results.map(async ({ id }) => JSON.stringify(await client.get(`/executions/${id}`))),
		);
		return executions.join().split('dedupeKey').length - 1;
	};
	const deliveredInTime = async (workflowId: string, wanted: number) => {
		const end = Date.now() + PATIENCE_MS;
		while ((await delivered(workflowId)) < wanted && Date.now() < end) await sleep(2000);
		return await delivered(workflowId);
	};

	it('starts the workflow with exactly what is sold after activation, across a restart', async () => {
		const { id, versionId } = (await client.post('/workflows', workflow)) as {
			id: string;
			versionId: string;
		};
		const before = sold();
		await client.post(`/workflows/${id}/activate`, { versionId });
		// Newer hosts answer before the poll that belongs to it.
		const ledgers = n8n.sandbox.ledgers().length;
		while (n8n.sandbox.requests.filter(({ path }) => path.startsWith('/sales/')).length < ledgers)
			await sleep(200);
		await sleep(2000);
		n8n.sandbox.clock.advance(86_400);
		expect(await deliveredInTime(id, sold() - before)).toBe(sold() - before);
		await server.stop();
		n8n.sandbox.clock.advance(86_400);
		await start();
		expect(await deliveredInTime(id, sold() - before)).toBe(sold() - before);
	});
});
