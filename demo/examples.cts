import { join } from 'node:path';

import type { N8nEnvironment } from '../host/drive/environment.cts';
import type { RunData } from '../host/drive/execution.cts';
import {
	execute,
	importCredentials,
	importWorkflows,
	type WorkflowImport,
} from '../host/drive/n8n.cts';
import { repository } from '../host/folders.cts';
import type { Sandbox } from '../sandbox/index.ts';
import { readWorkflows, withCredential } from './workflows.cts';

const credential = {
	id: 'vippsSandboxKeys',
	name: 'Vipps sandbox',
	type: 'vippsAccountingApi',
};

/** The workflows that the demo runs. */
export interface Examples {
	sales: WorkflowImport;
	payouts: WorkflowImport;
}

/** Imports the sandbox's keys and the example workflows into n8n. */
export async function importExamples(
	environment: N8nEnvironment,
	{ url, clientId, clientSecret }: Sandbox,
): Promise<Examples> {
	const server = { environment: 'custom', baseUrl: url };
	const data = { clientId, clientSecret, ...server, systemName: 'n8n demo', systemVersion: '' };
	const workflows = await readWorkflows(join(repository, 'workflows'));
	const workflow = (file: string): WorkflowImport => {
		const found = workflows.get(file);
		if (!found) throw new Error(`workflows/${file} is missing`);
		return found;
	};
	const examples = {
		sales: workflow('yesterdays-sales.json'),
		payouts: workflow('latest-payouts.json'),
	};
	await importCredentials(environment, [{ ...credential, data }]);
	await importWorkflows(
		environment,
		[...workflows.values()].map((each) => withCredential(each, credential)),
	);
	return examples;
}

/**
 * Runs an imported workflow in n8n.
 *
 * @throws Error with the words of the node that failed
 */
export async function runExample(
	environment: N8nEnvironment,
	{ id }: WorkflowImport,
): Promise<RunData> {
	const run = await execute(environment, id);
	const { error } = run.data.resultData;
	if (error || run.status !== 'success') {
		throw new Error([error?.message ?? run.log, error?.description].filter(Boolean).join('\n'));
	}
	return run;
}
