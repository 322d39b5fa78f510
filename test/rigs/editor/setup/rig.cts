import { join } from 'node:path';

import type { N8nEnvironment } from '../../../../host/drive/environment.cts';
import { signIn } from '../../../../host/drive/rest.cts';
import { startServer } from '../../../../host/drive/server.cts';
import { owner } from '../../n8n/setup/owner.cts';
import { setUp } from '../../n8n/setup/realN8n.cts';

/** Where the n8n and the sandbox of this run are. */
export interface Addresses {
	n8n: string;
	sandbox: string;
	clientId: string;
	clientSecret: string;
}

/** The keys that a test finds in place, under a name that n8n gives to no new ones. */
export const keys = { name: 'Accounting keys', type: 'vippsAccountingApi' };

/** The sandbox's clock stands here, and n8n's starts here: every run, and every picture, shows the same sales. */
export const NOW = '2026-06-15T12:00:00Z';
/** The sales of it are those of yesterday. */
export const YESTERDAY = '2026-06-14';

/** The addresses, as the start of the run left them for the tests. */
export function addresses(): Addresses {
	const { UI_ADDRESSES } = process.env;
	if (!UI_ADDRESSES) throw new Error('No n8n was started: run "npm run test:ui"');
	return JSON.parse(UI_ADDRESSES) as Addresses;
}

/** Starts one real n8n, with the packed package and an owner, for all test files. */
export async function startRig(): Promise<{ addresses: Addresses; stop: () => Promise<void> }> {
	const { environment, sandbox, close } = await setUp({ now: NOW });
	const server = await startServer(atThatTime(environment));
	const { url: baseUrl, clientId, clientSecret } = sandbox;
	const client = await signIn(server.url, owner);
	await client.post('/credentials', {
		...keys,
		data: { clientId, clientSecret, environment: 'custom', baseUrl },
	});
	return {
		addresses: { n8n: server.url, sandbox: baseUrl, clientId, clientSecret },
		stop: async () => {
			await server.stop();
			await close();
		},
	};
}

/** An n8n whose clock starts at `NOW`. */
export const atThatTime = (environment: N8nEnvironment): N8nEnvironment => ({
	...environment,
	variables: {
		...environment.variables,
		CLOCK_START: NOW,
		NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'clock.cjs'))}`,
	},
});
