import { activateWorkflow, signIn, type RestClient } from '../../../host/drive/rest.cts';
import { startServer, type N8nServer } from '../../../host/drive/server.cts';
import { hosts } from '../../../host/install/versions.cts';
import type { Sandbox } from '../../../sandbox/index';
import { startAccountingSystem, type AccountingSystem } from '../n8n/accountingSystem';
import { chosenHost } from '../n8n/setup/chosenHost.cts';
import { owner } from '../n8n/setup/owner.cts';
import { setUp, type RealN8n } from '../n8n/setup/realN8n.cts';
import { caughtUp } from './waits';
import { until } from '../n8n/until';
import type { NewWorkflow } from './workflows';

/** In the middle of the sandbox's history, and long past: what lies between two starts "from now" is seen as lost. */
const BEGIN = '2026-03-20T06:00:00Z';

/** Newer hosts can keep cursors and plan polls in their database; to older ones these variables mean nothing. */
const durable = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};

/** How a host is run. */
export type Mode = 'by default' | 'with durable cursors';

/** The modes of the host that the tests run on. */
export const MODES: Mode[] =
	chosenHost().n8n === hosts.baseline.n8n ? ['by default'] : ['by default', 'with durable cursors'];

/** A workflow in n8n, whose post node posts to an accounting system of its own. */
export interface Flow {
	id: string;
	workflow: NewWorkflow;
	accounting: AccountingSystem;
}

/** A real n8n, its sandbox, and the workflows in it that sales start. */
export class TriggerRig {
	private flows: Flow[] = [];
	private server?: N8nServer;
	private client?: RestClient;

	private constructor(
		readonly mode: Mode,
		readonly n8n: RealN8n,
	) {}

	/** @param now what the clock of its sandbox shows */
	static async setUp(mode: Mode, now = BEGIN): Promise<TriggerRig> {
		return new TriggerRig(mode, await setUp({ now }, mode === 'by default' ? {} : durable));
	}

	get sandbox() {
		return this.n8n.sandbox;
	}

	async start(): Promise<void> {
		this.server = await startServer(this.n8n.environment);
		this.client = await signIn(this.server.url, owner);
	}

	/** SIGTERM, as a container is stopped. */
	stop = async () => await this.server?.stop();

	/** Settles when n8n is gone. */
	gone = async () => void (await this.server?.exited);

	async close(): Promise<void> {
		await this.stop();
		await Promise.all(this.flows.map(async ({ accounting }) => await accounting.close()));
		await this.n8n.close();
	}

	/** Moves the clock a day on. */
	nextDay = () => this.sandbox.clock.advance(24 * 60 * 60);

	async create(design: (accountingUrl: string) => NewWorkflow): Promise<Flow> {
		const accounting = await startAccountingSystem();
		const workflow = design(accounting.url);
		const { name, nodes, connections, settings } = workflow;
		const body = { name, nodes, connections, settings, active: false };
		const { id } = (await this.rest.post('/workflows', body)) as { id: string };
		const flow = { id, workflow, accounting };
		this.flows.push(flow);
		return flow;
	}

	/** Switches the latest version on. */
	async activate({ id }: Flow): Promise<void> {
		await activateWorkflow(this.rest, id);
	}

	/** Switches it on, and waits until it has passed over what was sold before: in the sandbox all times are past. */
	async begin(flow: Flow, sandbox: Sandbox, feeds: number): Promise<void> {
		await this.activate(flow);
		await caughtUp(sandbox, feeds);
		// Newer hosts keep the checkpoint with a run, one without items.
		const isKept = async () => (await this.executions(flow)).length > 0;
		if (chosenHost().n8n !== hosts.baseline.n8n) await until(isKept, 'a first run');
	}

	deactivate = async ({ id }: Flow) => await this.rest.post(`/workflows/${id}/deactivate`, {});

	/** Saves a change of a workflow, as the editor does. */
	async change(flow: Flow, change: Partial<NewWorkflow>): Promise<void> {
		flow.workflow = { ...flow.workflow, ...change };
		const url = `${this.server?.url}/rest`;
		const headers = { 'content-type': 'application/json' };
		const keys = { emailOrLdapLoginId: owner.email, password: owner.password };
		const login = { method: 'POST', headers, body: JSON.stringify(keys) };
		const cookies = (await fetch(`${url}/login`, login)).headers.getSetCookie();
		const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
		const body = JSON.stringify(change);
		const patch = { method: 'PATCH', headers: { ...headers, cookie }, body };
		const answer = await fetch(`${url}/workflows/${flow.id}`, patch);
		if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
	}

	/** The latest first. */
	async executions({ id }: Flow): Promise<Array<{ id: string; status: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const answer = (await this.rest.get(`/executions?filter=${filter}`)) as {
			results: Array<{ id: string; status: string }>;
		};
		return answer.results;
	}

	get rest(): RestClient {
		if (!this.client) throw new Error('n8n has not been started');
		return this.client;
	}
}
