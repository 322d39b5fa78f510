import fastify from 'fastify';

import { closedAtEnd } from './closing';

/** An accounting partner, and the ledger that its keys open. */
export interface Partner {
	clientId: string;
	clientSecret: string;
	ledgerId: string;
}

/** Two partners of one server. */
export const acme: Partner = {
	clientId: 'acme',
	clientSecret: 'Acme-0nly',
	ledgerId: 'acme-ledger',
};
export const fjord: Partner = {
	clientId: 'fjord',
	clientSecret: 'Fjord-0nly',
	ledgerId: 'fjord-ledger',
};

/** A call with a bearer token. */
export interface Call {
	token: string;
	/** The server's name and port, as the caller knows it. */
	host: string;
	/** Path and query. */
	url: string;
}

/** An answer: 200, no further headers and an empty object where it says nothing else. */
export interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
}

/** A server that knows whose tokens are whose. */
export interface PartnerServer {
	baseUrl: string;
	/** Every token it gave, oldest first. */
	issued: string[];
	/** Every call with a bearer token, oldest first, on any path. */
	calls: Call[];
	/** The tokens that it was sent and never gave. */
	strangers(): string[];
	/** Answers this path so, whoever asks. */
	answerWith(path: string, answer: Answer): void;
	/** Ends every token given out so far. */
	expireTokens(): void;
	close(): Promise<void>;
}

/** Serves the token call and, on any other path, the ledger list to these partners. */
export async function servePartners(partners: Partner[]): Promise<PartnerServer> {
	const holders = new Map<string, Partner>();
	const issued: string[] = [];
	const calls: Call[] = [];
	const answers = new Map<string, Answer>();

	const server = fastify({ forceCloseConnections: true });
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
	const bearer = (authorization = '') => /^Bearer (.+)$/.exec(authorization)?.[1];
	server.addHook('onRequest', async ({ headers, host, url }) => {
		const token = bearer(headers.authorization);
		if (token !== undefined) calls.push({ token, host, url });
	});
	server.post('/miami/v1/token', async ({ headers }, reply) => {
		const partner = partners.find(
			({ clientId, clientSecret }) =>
				headers.authorization ===
				`Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
		);
		if (!partner) return await reply.code(401).send({ error: 'invalid_client' });
		const token = `token ${issued.length + 1} of ${partner.clientId} at ${server.listeningOrigin}`;
		issued.push(token);
		holders.set(token, partner);
		return { access_token: token, expires_in: 900 };
	});
	server.setNotFoundHandler(async ({ headers, url }, reply) => {
		const answer = answers.get(url);
		if (answer) {
			const { status = 200, headers: more = {}, body = {} } = answer;
			return await reply.code(status).headers(more).send(body);
		}
		const partner = holders.get(bearer(headers.authorization) ?? '');
		if (!partner) return await reply.code(401).send({ title: 'Unauthorized', status: 401 });
		return {
			items: [{ ledgerId: partner.ledgerId, currency: 'NOK', settlesForRecipientHandles: [] }],
		};
	});
	return closedAtEnd<PartnerServer>({
		baseUrl: await server.listen({ host: '127.0.0.1', port: 0 }),
		issued,
		calls,
		strangers: () => calls.map(({ token }) => token).filter((token) => !issued.includes(token)),
		answerWith: (path, answer) => void answers.set(path, answer),
		expireTokens: () => holders.clear(),
		close: async () => await server.close(),
	});
}
