import type { INode, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index';
import { closedAtEnd } from './servers/closing';
import { Engine, workflowOf, type NodeRun } from './engine';
import { typeOf } from './nodeTypes';

/** When the sandbox's clock stands, unless a test sets it. */
export const NOW = '2026-06-15T18:00:00Z';

/** n8n's engine, and a sandbox for it to call. */
export interface Rig {
	sandbox: Sandbox;
	engine: Engine;
	/** Runs one node on these input items. */
	run: (parameters: INodeParameters, input?: object[], more?: Partial<INode>) => Promise<NodeRun>;
	/** Every call but those for a token, as `path?query`, since it was last asked. */
	calls: () => string[];
	/** How many tokens were fetched in all. */
	tokens: () => number;
	close: () => Promise<void>;
}

/**
 * Sets both up; the credential holds the sandbox's keys.
 *
 * @param node the short name of the node that is run
 */
export async function setUp(options: SandboxOptions = {}, node = 'vippsSales'): Promise<Rig> {
	const sandbox = await startSandbox({ now: NOW, ...options });
	const { clientId, clientSecret, url: baseUrl } = sandbox;
	const engine = new Engine({ clientId, clientSecret, baseUrl });
	return closedAtEnd<Rig>({
		sandbox,
		engine,
		run: async (parameters, input = [{}], more) =>
			await engine.run(workflowOf(parameters, input as never, { type: typeOf(node), ...more })),
		calls: () =>
			sandbox.requests
				.splice(0)
				.filter(({ method }) => method === 'GET')
				.map(({ path, query }) => {
					const text = new URLSearchParams(query as Record<string, string>).toString();
					return text ? `${path}?${text}` : path;
				}),
		tokens: () => sandbox.issuedTokens.length,
		close: async () => await sandbox.close(),
	});
}

/** A ledger given by its ID. */
export const ledger = (ledgerId: unknown) => ({
	__rl: true,
	mode: 'id',
	value: ledgerId as string,
});

/** The path of a ledger's feed. */
export const feedOf = (ledgerId: string) => `/sales/report/v1/ledgers/${ledgerId}`;
