import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openEnvironment, type N8nEnvironment } from '../../host/environment.cts';
import { repository } from '../../host/folders.cts';
import { installHost } from '../../host/install.cts';
import { importCredentials, type WorkflowImport } from '../../host/n8n.cts';
import { installPackage, packPackage } from '../../host/pack.cts';
import { hosts } from '../../host/versions.cts';
import { startSandbox, type Sandbox } from '../../sandbox/index';

export const NODE_TYPE = 'n8n-nodes-vipps-accounting.vippsSales';

/** The credentials that every real n8n of the tests holds, by name. */
export const credentials = {
	right: { id: 'rightKeys', name: 'Right keys' },
	wrong: { id: 'wrongKeys', name: 'Wrong keys' },
	insecure: { id: 'insecureUrl', name: 'Insecure base URL' },
};

/** A real n8n with the packed tarball installed into it, and the sandbox that its credentials lead to. */
export interface RealN8n {
	environment: N8nEnvironment;
	sandbox: Sandbox;
	close(): Promise<void>;
}

/** Takes minutes where n8n has to be installed first. Needs a finished build. */
export async function setUp(): Promise<RealN8n> {
	const host = await installHost(hosts.baseline, { report: (line) => console.log(line) });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	const environment = await openEnvironment(host, folder);
	await installPackage(environment, await packPackage(repository, folder));
	const sandbox = await startSandbox();
	const { url: baseUrl, clientId, clientSecret } = sandbox;
	const keys = { clientId, clientSecret, baseUrl };
	const type = 'vippsAccountingApi';
	await importCredentials(environment, [
		{ ...credentials.right, type, data: keys },
		{ ...credentials.wrong, type, data: { ...keys, clientSecret: 'hunter2' } },
		{ ...credentials.insecure, type, data: { ...keys, baseUrl: 'http://example.com' } },
	]);
	return {
		environment,
		sandbox,
		close: async () => {
			await sandbox.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** A workflow that runs one Vipps Sales node once. */
export function workflowOf(id: string, parameters: object): WorkflowImport {
	const node = { typeVersion: 1, position: [0, 0] };
	return {
		id,
		name: id,
		nodes: [
			{ ...node, id: 'a', name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{
				...node,
				id: 'b',
				name: 'Vipps Sales',
				type: NODE_TYPE,
				parameters: { ...parameters },
				credentials: { vippsAccountingApi: credentials.right },
			},
		],
		connections: { Start: { main: [[{ node: 'Vipps Sales', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', timezone: 'Europe/Oslo' },
	};
}

/** The example workflows, by file name, with the right keys chosen in every node of ours. */
export async function exampleWorkflows(): Promise<Map<string, WorkflowImport>> {
	const folder = join(repository, 'workflows');
	const examples = new Map<string, WorkflowImport>();
	for (const file of await readdir(folder)) {
		const workflow = JSON.parse(await readFile(join(folder, file), 'utf8')) as WorkflowImport;
		for (const node of workflow.nodes) {
			if (node.type === NODE_TYPE) node.credentials = { vippsAccountingApi: credentials.right };
		}
		examples.set(file, workflow);
	}
	return examples;
}
