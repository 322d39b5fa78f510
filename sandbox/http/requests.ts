import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Backend } from '../state/backend';
import { complaintsAboutSystemHeaders } from './systemHeaders';

/** Paths below this control the sandbox; Vipps has nothing there. */
export const CONTROL_PREFIX = '/_sandbox';

/** The path of a call as it was sent, without the query. */
export const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '';

/** Records every answer before it is sent, so that its receiver finds the record. */
export function recordRequests(app: FastifyInstance, backend: Backend): void {
	const started = new WeakMap<FastifyRequest, { at: number; inFlight: number }>();
	let inFlight = 0;
	app.addHook('onRequest', async (request) => {
		started.set(request, { at: performance.now(), inFlight: ++inFlight });
	});
	app.addHook('onSend', async (request, reply) => {
		inFlight--;
		const path = pathOf(request);
		if (path.startsWith(CONTROL_PREFIX)) return;
		const { at, inFlight: pendingCalls } = started.get(request) ?? {
			at: performance.now(),
			inFlight: 1,
		};
		backend.record({
			method: request.method,
			path,
			query: { ...(request.query as Record<string, string | string[]>) },
			headers: { ...request.headers },
			status: reply.statusCode,
			at,
			ms: performance.now() - at,
			inFlight: pendingCalls,
			systemHeaderComplaints: complaintsAboutSystemHeaders(request.headers),
		});
	});
}
