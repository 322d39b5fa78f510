import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openEnvironment } from '../../../../host/drive/environment.cts';
import { signIn } from '../../../../host/drive/rest.cts';
import { startServer } from '../../../../host/drive/server.cts';
import { installHost } from '../../../../host/install/install.cts';
import { chosenHost } from '../../n8n/setup/chosenHost.cts';
import { owner } from '../../n8n/setup/owner.cts';
import { startRegistry } from '../../n8n/setup/registry.cts';
import { atThatTime } from './rig.cts';

/** An n8n with an owner, in which nothing is installed yet. */
export interface BareN8n {
	url: string;
	close(): Promise<void>;
}

/** Starts one that finds this package in the registry. */
export async function startBareN8n(): Promise<BareN8n> {
	const host = await installHost(chosenHost(), { report: (line) => console.log(line) });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-bare-'));
	const registry = await startRegistry(await openEnvironment(host, folder), folder);
	const server = await startServer(atThatTime(registry.environment));
	await signIn(server.url, owner);
	return {
		url: server.url,
		close: async () => {
			await server.stop();
			await registry.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
