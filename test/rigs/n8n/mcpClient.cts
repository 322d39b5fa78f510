import { setTimeout as sleep } from 'node:timers/promises';

/** The official client of the Model Context Protocol, connected. */
export type McpClient = Awaited<ReturnType<typeof connect>>;

/** Connects as an assistant does, by streamable HTTP. The library is made of ES modules: hence the imports in here. */
export async function connect(url: string, token: string) {
	const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
	const { StreamableHTTPClientTransport } = await import(
		'@modelcontextprotocol/sdk/client/streamableHttp.js'
	);
	const client = new Client({ name: 'test', version: '1.0.0' });
	const headers = { authorization: `Bearer ${token}` };
	await client.connect(
		new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }),
	);
	return client;
}

/** Tries for a while: newer hosts listen a moment after a workflow was published. */
export async function connectOnceUp(url: string, token: string): Promise<McpClient> {
	for (let tries = 1; ; tries++) {
		try {
			return await connect(url, token);
		} catch (error) {
			if (tries === 50) throw new Error(`No MCP server at ${url}`, { cause: error });
			await sleep(100);
		}
	}
}
