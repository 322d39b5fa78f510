import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sleep } from 'n8n-workflow';
import type { Backend } from '../state/backend';
import { gatewayBody } from './problems';
import { pathOf } from './requests';
import { breakAmong, sendBroken } from '../faults/broken';
import { errorBody } from '../faults/errorBodies';
import type { Fault } from '../faults/fault';
import { createLastPages } from '../faults/lastPages';
import { createLimits, type Limits } from '../faults/limits';
import { cursorMeant, distortPage, type Asked } from '../faults/pages';

/** An answer that is ready to be sent: as text, or as bytes that were kept. */
type Body = string | Buffer | undefined;

/** What a call meets, found before anything looks at it. */
const met = new WeakMap<FastifyRequest, { faults: Fault[]; asked: Asked }>();

/** Misbehaves as the backend's faults say: before a call is looked at, and on the way out. */
export function misbehave(app: FastifyInstance, backend: Backend): void {
	const limits = createLimits();
	const lastPages = createLastPages();

	app.addHook('onRequest', async (request, reply) => {
		const query = request.query as { cursor?: string; settlesForRecipientHandles?: unknown };
		const path = pathOf(request);
		const faults = backend.faults.meet(path);
		const isFiltered = query.settlesForRecipientHandles !== undefined;
		met.set(request, { faults, asked: { path, cursor: query.cursor, isFiltered } });
		if (typeof query.cursor === 'string') query.cursor = cursorMeant(query.cursor);
		const late = faults.find(({ kind }) => kind === 'slow');
		if (late) await sleep(late.everyMs ?? 1000);
		for (const fault of faults) {
			if (await refuse(fault, request, reply, limits)) return;
		}
	});

	app.addHook<Body>('onSend', async (request, reply, payload) => {
		const call = met.get(request);
		if (!call || !payload || reply.statusCode !== 200) return payload;
		const { faults, asked } = call;
		const before = lastPages.replace(asked.path, payload);
		if (faults.length === 0) return payload;
		const page = distortPage(String(payload), faults, asked, before?.toString());
		const breaking = breakAmong(faults);
		return breaking ? await sendBroken(reply, breaking, page) : reword(faults, reply, page);
	});
}

/** Whether the call was answered by the fault, and not by Vipps. */
async function refuse(
	fault: Fault,
	request: FastifyRequest,
	reply: FastifyReply,
	limits: Limits,
): Promise<boolean> {
	const token = request.headers.authorization ?? '';
	const isCrowdedOut = fault.kind === 'congested' && !(await limits.takeTurn(fault));
	if (fault.kind === 'status' || isCrowdedOut) {
		const { status = isCrowdedOut ? 503 : 500, shape = 'problem', retryAfter } = fault;
		const { type, body } = errorBody(shape, status);
		if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
		await reply.code(status).type(type).send(body);
	} else if (fault.kind === 'redirect') {
		await reply.redirect(fault.location ?? '/', 302);
	} else if (fault.kind === 'rateLimit' && limits.isTooMany(fault)) {
		const message = 'Rate limit is exceeded. Try again in 1 seconds.';
		await reply.code(429).header('retry-after', '1').send(gatewayBody(429, message));
	} else if (
		fault.kind === 'shortToken' &&
		token.startsWith('Bearer ') &&
		limits.isWornOut(fault, token)
	) {
		await reply.code(401).send(gatewayBody(401, 'Unauthorized. Access token has expired.'));
	}
	return reply.sent;
}

/** A body that is not what was asked for, under status 200. */
function reword(faults: Fault[], reply: FastifyReply, payload: string): string {
	const kinds = faults.map(({ kind }) => kind);
	if (kinds.includes('wrongType')) void reply.type('text/html');
	if (kinds.includes('emptyBody')) return '';
	if (kinds.includes('cutJson')) return payload.slice(0, payload.length / 2);
	if (!kinds.includes('notJson')) return payload;
	void reply.type('text/html');
	return errorBody('html', 200).body;
}
