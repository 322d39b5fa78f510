import fastify from 'fastify';

import { startSandbox, type Sandbox } from '../../../sandbox/index';
import type { SaleSource } from './delivery';

/** An account of 200 ledgers, of which one sells as much as a thousand kiosks. */
export interface LargeAccount extends SaleSource {
	/** Where the credential is to lead. */
	url: string;
	/** The ledger that sells so much. */
	busy: string;
	/** The sandbox of all other ledgers, and of the ledger list. */
	sandbox: Sandbox;
	/** Lets time pass: a day on all ledgers, on the busy one as long as it takes to sell so many. */
	sell(atLeast: number): void;
	close(): Promise<void>;
}

const BEGIN = '2026-05-10T06:00:00Z';
/** The busy ledger's sandbox stands before anything was sold. */
const BEFORE_ALL = '2026-03-09T12:00:00Z';

/** Two sandboxes behind one address: the busy ledger has one of its own. */
export async function startLargeAccount(): Promise<LargeAccount> {
	const sandbox = await startSandbox({ ledgerCount: 200, ledgerPageSize: 50, now: BEGIN });
	const [busy = ''] = sandbox.ledgers().map(({ ledgerId }) => ledgerId);
	const tokenLifeSeconds = 10 ** 9;
	const shop = await startSandbox({
		ledgerCount: 1,
		busyness: 100,
		tokenLifeSeconds,
		now: BEFORE_ALL,
	});
	const token = await tokenOf(shop);
	const front = fastify({ forceCloseConnections: true });
	front.removeAllContentTypeParsers();
	front.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
	front.all('/*', async ({ method, url, headers, body }, reply) => {
		const isBusy = url.split('?')[0]?.endsWith(`/ledgers/${busy}`);
		const { authorization = '', 'content-type': type } = headers;
		const answer = await fetch(`${isBusy ? shop.url : sandbox.url}${url}`, {
			method,
			headers: {
				authorization: isBusy ? `Bearer ${token}` : authorization,
				...(type && { 'content-type': type }),
			},
			body: typeof body === 'string' ? body : undefined,
		});
		const kind = answer.headers.get('content-type') ?? 'text/plain';
		return await reply
			.code(answer.status)
			.type(kind)
			.send(await answer.text());
	});
	const sales = (ledgerId: string) => (ledgerId === busy ? shop : sandbox).sales(ledgerId);
	return {
		url: await front.listen({ host: '127.0.0.1', port: 0 }),
		busy,
		sandbox,
		ledgers: () => sandbox.ledgers(),
		sales,
		sell(atLeast) {
			sandbox.clock.advance(24 * 60 * 60);
			while (sales(busy).length < atLeast) shop.clock.advance(24 * 60 * 60);
		},
		close: async () => void (await Promise.all([front.close(), sandbox.close(), shop.close()])),
	};
}

async function tokenOf({ url, clientId, clientSecret }: Sandbox): Promise<string> {
	const answer = await fetch(`${url}/miami/v1/token`, {
		method: 'POST',
		headers: {
			authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
			'content-type': 'application/x-www-form-urlencoded',
		},
		body: 'grant_type=client_credentials',
	});
	return ((await answer.json()) as { access_token: string }).access_token;
}
