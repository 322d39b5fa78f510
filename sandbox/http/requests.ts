import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Backend } from '../state/backend';
import { complaintsAboutSystemHeaders } from './systemHeaders';

/** One call that the sandbox answered. Calls to the control paths are not recorded. */
export interface RecordedRequest {
	method: string;
	/** As it was sent, still encoded, without the query. */
	path: string;
	/** Decoded; a parameter given several times is a list. */
	query: Record<string, string | string[]>;
	/** Names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	status: number;
	/** When it came, in milliseconds of the process's own clock. */
	at: number;
	/** Milliseconds that the answer took. */
	ms: number;
	/** How many calls were under way when it came, itself included. */
	inFlight: number;
	/** What is wrong with the four Vipps-System-* headers, in words; empty when nothing is. */
	systemHeaderComplaints: string[];
}

/** Paths below this are for whoever runs the sandbox; Vipps has nothing there. */
export const CONTROL_PREFIX = '/_sandbox';

/** The path of a call as it was sent, without the query. */
export const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '';

/**
 * Writes every answer down, before it leaves, so that whoever waits for the answer finds the
 * record.
 */
export function recordRequests(app: FastifyInstance, backend: Backend): void {
	const begun = new WeakMap<FastifyRequest, { at: number; inFlight: number }>();
	let inFlight = 0;
	app.addHook('onRequest', async (request) => {
		begun.set(request, { at: performance.now(), inFlight: ++inFlight });
	});
	app.addHook('onSend', async (request, reply) => {
		inFlight--;
		const path = pathOf(request);
		if (path.startsWith(CONTROL_PREFIX)) return;
		const { at, inFlight: amongst } = begun.get(request) ?? { at: performance.now(), inFlight: 1 };
		backend.record({
			method: request.method,
			path,
			query: { ...(request.query as Record<string, string | string[]>) },
			headers: { ...request.headers },
			status: reply.statusCode,
			at,
			ms: performance.now() - at,
			inFlight: amongst,
			systemHeaderComplaints: complaintsAboutSystemHeaders(request.headers),
		});
	});
}
