import fastify, { type FastifyRequest } from 'fastify';

/** What a call is answered with. */
export interface Reply {
	status?: number;
	/** Sent as JSON. */
	body: unknown;
}

/** A call as it came in: path segments and query decoded once. */
export interface Call {
	segments: string[];
	query: URLSearchParams;
}

/**
 * A server that gives a token to anyone and answers every other call as a test says, for what the sandbox would never do.
 */
export async function serveAnything(
	answer: (call: Call) => Reply | Promise<Reply>,
	onToken: () => void = () => {},
) {
	const server = fastify({
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 10_000 },
	});
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
	server.post('/miami/v1/token', async () => {
		onToken();
		return { access_token: 'a token', expires_in: 900 };
	});
	server.setNotFoundHandler(async (request, reply) => {
		const { status = 200, body } = await answer(read(request));
		return await reply.code(status).type('application/json').send(JSON.stringify(body));
	});
	const baseUrl = await server.listen({ host: '127.0.0.1', port: 0 });
	return { baseUrl, close: async () => await server.close() };
}

function read({ raw }: FastifyRequest): Call {
	const [path = '', query = ''] = (raw.url ?? '').split(/\?(.*)/s);
	return {
		segments: path.split('/').slice(1).map(decodeURIComponent),
		query: new URLSearchParams(query),
	};
}
