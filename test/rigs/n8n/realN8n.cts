import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openEnvironment, type N8nEnvironment } from '../../../host/drive/environment.cts';
import { repository } from '../../../host/folders.cts';
import { installHost } from '../../../host/install/install.cts';
import { importCredentials } from '../../../host/drive/n8n.cts';
import { installPackage } from '../../../host/drive/communityPackage.cts';
import { packPackage } from '../../../host/install/pack.cts';
import {
	listSearch,
	type ListSearchAnswer,
	type ListSearchRequest,
	type RestClient,
} from '../../../host/drive/rest.cts';
import { hosts, isHostName, type HostRecipe } from '../../../host/install/versions.cts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index';

export const PACKAGE = 'n8n-nodes-vipps-accounting';
export const NODE_TYPE = `${PACKAGE}.vippsSales`;
export const TRIGGER_TYPE = `${PACKAGE}.vippsSalesTrigger`;

/** The credentials that every real n8n of the tests holds, by name. */
export const credentials = {
	right: { id: 'rightKeys', name: 'Right keys' },
	wrong: { id: 'wrongKeys', name: 'Wrong keys' },
	insecure: { id: 'insecureUrl', name: 'Insecure base URL' },
};

/** The secret of the right keys: nothing else reads like it. */
const RIGHT_SECRET = 'Kept-0nly-3ncrypted';
/** The secret of the wrong keys. */
export const WRONG_SECRET = 'Never-acc3pted';

/** Who signs in to the editor. */
export const owner = {
	email: 'owner@example.com',
	password: 'Password-1',
	firstName: 'Test',
	lastName: 'Owner',
};

/** A real n8n with the packed tarball installed into it, and the sandbox that its credentials lead to. */
export interface RealN8n {
	environment: N8nEnvironment;
	sandbox: Sandbox;
	close(): Promise<void>;
}

/** The host that the tests run on. */
export function chosenHost(name = process.env.E2E_HOST ?? 'baseline'): HostRecipe {
	if (!isHostName(name)) throw new Error(`There is no host "${name}"`);
	return hosts[name];
}

/**
 * Takes minutes where n8n has to be installed first. Needs a finished build.
 *
 * @param variables further ones for n8n
 */
export async function setUp(
	sandboxOptions: SandboxOptions = {},
	variables: NodeJS.ProcessEnv = {},
): Promise<RealN8n> {
	const host = await installHost(chosenHost(), { report: (line) => console.log(line) });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	const environment = await openEnvironment(host, folder, { variables });
	await installPackage(environment, await packPackage(repository, folder));
	const sandbox = await startSandbox({ clientSecret: RIGHT_SECRET, ...sandboxOptions });
	const { url: baseUrl, clientId, clientSecret } = sandbox;
	const keys = { clientId, clientSecret, baseUrl };
	const type = 'vippsAccountingApi';
	await importCredentials(environment, [
		{ ...credentials.right, type, data: keys },
		{ ...credentials.wrong, type, data: { ...keys, clientSecret: WRONG_SECRET } },
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

/** One page of the ledger drop-down, as the editor opens it with the right keys. */
export async function openLedgerList(
	client: RestClient,
	more: Pick<ListSearchRequest, 'filter' | 'paginationToken'> = {},
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
