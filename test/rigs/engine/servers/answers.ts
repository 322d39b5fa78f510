import fastify from 'fastify';

/** A server that gives a token to anyone, and to every other call the answer that is written down for its path. */
export async function serveAnswers(answers: Record<string, unknown>) {
	const server = fastify({ forceCloseConnections: true });
	const calls: string[] = [];
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
	server.post('/miami/v1/token', async () => ({ access_token: 'a token', expires_in: 900 }));
	server.get('*', async ({ url }, reply) => {
		calls.push(url);
		const answer = answers[url.replace(/\?.*/, '')];
		return answer === undefined ? reply.code(404).send({ title: 'Not found' }) : answer;
	});
	const baseUrl = await server.listen({ host: '127.0.0.1', port: 0 });
	return { baseUrl, calls, close: () => server.close() };
}
