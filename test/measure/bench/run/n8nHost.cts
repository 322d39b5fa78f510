import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { installPackage } from '../../../../host/drive/communityPackage.cts';
import { openEnvironment, type N8nEnvironment } from '../../../../host/drive/environment.cts';
import {
	importCredentials,
	importWorkflows,
	type WorkflowImport,
} from '../../../../host/drive/n8n.cts';
import { activateWorkflow, signIn } from '../../../../host/drive/rest.cts';
import { startServer } from '../../../../host/drive/server.cts';
import { callWebhook } from '../../../../host/drive/webhook.cts';
import { repository } from '../../../../host/folders.cts';
import { installHost } from '../../../../host/install/install.cts';
import { packPackage } from '../../../../host/install/pack.cts';
import { hosts, type HostName } from '../../../../host/install/versions.cts';
import { owner } from '../../../rigs/n8n/setup/owner.cts';
import type { InsideRun } from '../report/figures.ts';

const RUN_LIMIT_MS = 20 * 60_000;
/** At its first start n8n indexes all workflows; if it is stopped too early, it does so again at the next start. */
const INDEXING_MS = 45_000;

/** A real n8n with this package, whose executions are measured. */
export interface BenchHost {
	environment: N8nEnvironment;
	/** The file with a line for each execution. */
	results: string;
	/** Starts n8n as a new process, whose memory is measured. */
	start(): Promise<StartedHost>;
	close(): Promise<void>;
}

export interface StartedHost {
	url: string;
	/** Starts a published workflow by its webhook with these items, and waits until it ends. */
	run(workflowId: string, items: object[]): Promise<InsideRun>;
	stop(): Promise<void>;
}

/** The environment variables with which n8n writes what it measures into a file. */
export const measuring = (results: string): NodeJS.ProcessEnv => ({
	BENCH_RESULTS: results,
	EXTERNAL_HOOK_FILES: join(__dirname, '../instruments/hooks.cjs'),
	NODE_OPTIONS: '--max-old-space-size=14000',
});

/** Installs n8n and the built package, and publishes the workflows. */
export async function openHost(
	name: HostName,
	credential: { id: string; name: string; data: Record<string, unknown> },
	workflows: WorkflowImport[],
	{ say, isProfiled = false }: { say: (line: string) => void; isProfiled?: boolean },
): Promise<BenchHost> {
	const host = await installHost(hosts[name], { report: say });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-bench-'));
	const results = join(folder, 'results.jsonl');
	const environment = await openEnvironment(host, folder, {
		variables: {
			...measuring(results),
			...(isProfiled && { BENCH_PROFILE: 'true' }),
			N8N_CUSTOM_EXTENSIONS: join(__dirname, '../cases/bareNode'),
		},
	});
	await installPackage(environment, await packPackage(repository, folder));
	await importCredentials(environment, [{ ...credential, type: 'vippsAccountingApi' }]);
	await importWorkflows(environment, workflows);
	say('Letting n8n get to know its workflows');
	const first = await startServer(environment);
	const client = await signIn(first.url, owner);
	for (const { id } of workflows) await activateWorkflow(client, id);
	await sleep(INDEXING_MS);
	await first.stop();
	return {
		...{ environment, results },
		start: async () => await start(environment, results),
		close: async () => await rm(folder, { recursive: true, force: true }),
	};
}

async function start(environment: N8nEnvironment, results: string): Promise<StartedHost> {
	const server = await startServer(environment);
	return {
		url: server.url,
		async run(workflowId, items) {
			try {
				return await runByWebhook(server.url, results, workflowId, items);
			} catch (error) {
				throw new Error(`${String(error)}. n8n's last lines:\n${await server.log()}`);
			}
		},
		stop: async () => await server.stop(),
	};
}

/**
 * Starts a published workflow by its webhook with these items, and waits until it ends.
 *
 * @param results the file that n8n writes its measurements into
 * @throws Error if it does not start, or does not end
 */
export async function runByWebhook(
	url: string,
	results: string,
	workflowId: string,
	items: object[],
): Promise<InsideRun> {
	const id = randomUUID();
	const answer = await callWebhook(url, workflowId, { id, items });
	if (!answer.ok) throw new Error(`n8n answered ${answer.status}: ${await answer.text()}`);
	const deadline = Date.now() + RUN_LIMIT_MS;
	while (Date.now() < deadline) {
		const lines = (await readFile(results, 'utf8').catch(() => '')).split('\n');
		const line = lines.slice(0, -1).find((text) => text.includes(id));
		if (line !== undefined) return JSON.parse(line) as InsideRun;
		await sleep(20);
	}
	throw new Error(`Workflow ${workflowId} did not end`);
}
