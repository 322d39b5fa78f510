import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Backend } from '../state/backend';
import type { PageQuery } from './paging';
import { pathOf } from './requests';

/** Sends what was sent before to the same question, ready as bytes; faults about pages do not touch it. */
export function rememberAnswers(app: FastifyInstance, { clock }: Backend): void {
	const answers = new Map<string, Buffer>();
	const keyOf = (request: FastifyRequest) => {
		const { cursor = '', pageSize = '' } = request.query as PageQuery;
		return [clock.now().toISOString(), pathOf(request), pageSize, cursor].join(' ');
	};
	const isMeant = (request: FastifyRequest) =>
		!clock.running && pathOf(request).startsWith('/sales/');

	app.addHook('onRequest', async (request, reply) => {
		const known = isMeant(request) ? answers.get(keyOf(request)) : undefined;
		if (known) await reply.type('application/json; charset=utf-8').send(known);
	});
	app.addHook('onSend', async (request, reply, payload) => {
		const isNew = typeof payload === 'string' && reply.statusCode === 200 && isMeant(request);
		if (isNew) answers.set(keyOf(request), Buffer.from(payload));
		return payload;
	});
}
