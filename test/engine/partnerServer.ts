import fastify from 'fastify';

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

/** A server that knows whose tokens are whose. */
export interface PartnerServer {
	baseUrl: string;
	/** Every token it gave, oldest first. */
	issued: string[];
	/** Every bearer token that it was sent, oldest first, on any path. */
	heard: string[];
	/** Of those, the ones that it never gave. */
	strangers(): string[];
	/** Answers this path instead, whoever asks. */
	answerWith(path: string, answer: { status?: number; headers?: object; body?: unknown }): void;
	/** Ends every token given out so far. */
	expireTokens(): void;
	close(): Promise<void>;
}

/**
 * Serves the token call and the ledger list to these partners.
 *
 * @param host the name in its base URL; it listens on 127.0.0.1
 */
export async function servePartners(
	partners: Partner[],
	host = '127.0.0.1',
): Promise<PartnerServer> {
	const holders = new Map<string, Partner>();
	const issued: string[] = [];
	const heard: string[] = [];
	const answers = new Map<string, { status?: number; headers?: object; body?: unknown }>();

	const server = fastify({ forceCloseConnections: true });
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
	const bearer = (authorization = '') => /^Bearer (.+)$/.exec(authorization)?.[1];
	server.addHook('onRequest', async ({ headers }) => {
		const token = bearer(headers.authorization);
		if (token !== undefined) heard.push(token);
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
	const origin = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		baseUrl: origin.replace('127.0.0.1', host),
		issued,
		heard,
		strangers: () => heard.filter((token) => !issued.includes(token)),
		answerWith: (path, answer) => void answers.set(path, answer),
		expireTokens: () => holders.clear(),
		close: async () => await server.close(),
	};
}
