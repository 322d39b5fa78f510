import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

import { closedAtEnd } from './closing';

/** What a call is answered with. */
export interface Reply {
	status?: number;
	/** Sent as JSON, or a text as it is. */
	body: unknown;
	headers?: Record<string, string>;
}

/** A call as it was received. */
export interface Call {
	/** Of the path, decoded once. */
	segments: string[];
	/** Decoded once. */
	query: URLSearchParams;
	/** Path and query, as they were sent. */
	url: string;
	/** The server's name and port, as the caller knows it. */
	host: string;
	/** The `Authorization` header. */
	authorization: string;
	/** Its bearer token; empty if there is none. */
	token: string;
}

/**
 * A server that gives a token to anyone and answers every other call as a test says, for what the sandbox would never do.
 *
 * @param onToken before a token is given; what it returns is the answer instead
 */
export async function serveAnything(
	answer: (call: Call) => Reply | Promise<Reply>,
	onToken: (call: Call) => Reply | void = () => {},
) {
	const server = fastify({
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 10_000 },
	});
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
	let tokens = 0;
	server.post('/miami/v1/token', async (request, answering) => {
		const reply = onToken(read(request));
		if (reply) return await send(answering, reply);
		return { access_token: `token ${++tokens}`, expires_in: 900 };
	});
	server.setNotFoundHandler(async (request, reply) => {
		return await send(reply, await answer(read(request)));
	});
	const baseUrl = await server.listen({ host: '127.0.0.1', port: 0 });
	return closedAtEnd({ baseUrl, close: async () => await server.close() });
}

const send = async (reply: FastifyReply, { status = 200, body, headers = {} }: Reply) =>
	await reply
		.code(status)
		.type(typeof body === 'string' ? 'text/html' : 'application/json')
		.headers(headers)
		.send(typeof body === 'string' ? body : JSON.stringify(body));

function read({ raw, host }: FastifyRequest): Call {
	const { url = '', headers } = raw;
	const [path = '', query = ''] = url.split(/\?(.*)/s);
	const { authorization = '' } = headers;
	return {
		segments: path.split('/').slice(1).map(decodeURIComponent),
		query: new URLSearchParams(query),
		url,
		host,
		authorization,
		token: /^Bearer (.+)$/.exec(authorization)?.[1] ?? '',
	};
}
