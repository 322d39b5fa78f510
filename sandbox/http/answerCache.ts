import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Backend } from '../state/backend';

/** An answer with status 200, ready as bytes. */
interface Answer {
	headers: ReturnType<FastifyReply['getHeaders']>;
	body: Buffer;
}

/**
 * Sends what was sent before to the same question, while the clock stands. An answer is kept as it was
 * before any fault changed it.
 */
export function rememberAnswers(app: FastifyInstance, { clock }: Backend): void {
	const answers = new Map<string, Answer>();
	const keyOf = ({ url }: FastifyRequest) => `${clock.now().toISOString()} ${url}`;

	app.addHook('onRequest', async (request, reply) => {
		if (clock.running) return;
		const key = keyOf(request);
		const known = answers.get(key);
		if (known) return await reply.headers(known.headers).send(known.body);
		// Fastify names no type where the serializer is not its own.
		void reply.type('application/json; charset=utf-8');
		reply.serializer((answer: unknown) => {
			const text = JSON.stringify(answer);
			const isGood = reply.statusCode === 200;
			if (isGood) answers.set(key, { headers: reply.getHeaders(), body: Buffer.from(text) });
			return text;
		});
	});
}
