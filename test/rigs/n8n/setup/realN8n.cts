import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openEnvironment, type N8nEnvironment } from '../../../../host/drive/environment.cts';
import { repository } from '../../../../host/folders.cts';
import { installHost } from '../../../../host/install/install.cts';
import { importCredentials } from '../../../../host/drive/n8n.cts';
import { installPackage } from '../../../../host/drive/communityPackage.cts';
import { packPackage } from '../../../../host/install/pack.cts';
import {
	listSearch,
	type ListSearchAnswer,
	type ListSearchRequest,
	type RestClient,
} from '../../../../host/drive/rest.cts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../../sandbox/index';
import { chosenHost } from './chosenHost.cts';
import { credentials, credentialsFor, RIGHT_SECRET } from './credentials.cts';
import { NODE_TYPE } from './package.cts';
import { copyTemplate, givenTemplate } from './template.cts';

/** A real n8n with the packed tarball installed into it, and the sandbox that its credentials lead to. */
export interface RealN8n {
	environment: N8nEnvironment;
	sandbox: Sandbox;
	close(): Promise<void>;
}

/**
 * Makes an n8n of its own: a copy of the run's template, or, without one, from the beginning. That takes minutes if n8n
 * has to be installed first, and needs a finished build.
 *
 * @param variables further ones for n8n
 */
export async function setUp(
	sandboxOptions: SandboxOptions = {},
	variables: NodeJS.ProcessEnv = {},
): Promise<RealN8n> {
	const host = await installHost(chosenHost(), { report: (line) => console.log(line) });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	const template = await givenTemplate();
	if (template) await copyTemplate(template, folder);
	const environment = await openEnvironment(host, folder, { variables });
	if (!template) await installPackage(environment, await packPackage(repository, folder));

	const sandbox = await startAt(template?.sandboxPort ?? 0, sandboxOptions);
	const areImported = template && Number(new URL(sandbox.url).port) === template.sandboxPort;
	// Further variables are to hold for the import, too, such as those of a detailed log.
	if (!areImported || Object.keys(variables).length > 0) {
		await importCredentials(environment, credentialsFor(sandbox));
	}
	return {
		environment,
		sandbox,
		close: async () => {
			await sandbox.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Starts a sandbox with the right keys, at this port if it is free and the options name none. */
async function startAt(port: number, options: SandboxOptions): Promise<Sandbox> {
	const start = async (more: SandboxOptions) =>
		await startSandbox({ clientSecret: RIGHT_SECRET, ...more, ...options });
	try {
		return await start({ port });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		return await start({});
	}
}

/** One page of the ledger drop-down, as the editor opens it with the right keys. */
export async function openLedgerList(
	client: RestClient,
	more: Partial<Pick<ListSearchRequest, 'filter' | 'paginationToken' | 'credentials'>> = {},
): Promise<ListSearchAnswer> {
	return await listSearch(client, {
		nodeType: NODE_TYPE,
		typeVersion: 1,
		methodName: 'searchLedgers',
		parameter: 'ledgerId',
		parameters: { resource: 'sale', operation: 'getByDate' },
		credentials: { vippsAccountingApi: credentials.right },
		...more,
	});
}
