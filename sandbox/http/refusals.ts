import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Backend } from '../state/backend';
import { gatewayBody, Problem, PROBLEM_JSON, problemBody, type ExtraDetail } from './problems';
import { pathOf } from './requests';
import { bearerOf } from './salesUnit';
import { complaintsAboutSystemHeaders } from './systemHeaders';

const reasons: Readonly<Record<string, string>> = {
	pageSize: 'Must be a whole number from 1 to 1000',
	ledgerDate: 'Must be a date written as YYYY-MM-DD',
	cursor: 'Must be given once',
};

/**
 * Fastify's own findings (schema, unreadable URL or body) as the problem that Vipps would answer.
 */
function problemOf(error: FastifyError | Problem): Problem {
	if (error instanceof Problem) return error;
	if (error.validation) {
		const extraDetails = error.validation.map(({ instancePath, message }): ExtraDetail => {
			const name = instancePath.split('/')[1] ?? '';
			return { name, reason: reasons[name] ?? message ?? 'Not valid' };
		});
		return new Problem(400, 'One or more parameters are not valid', extraDetails);
	}
	if ((error.statusCode ?? 500) < 500) return new Problem(400, error.message);
	return new Problem(500, `The sandbox itself failed: ${error.message}`);
}

/** Answers with a problem in the documented shape. */
export function sendProblem(
	error: FastifyError | Problem,
	request: FastifyRequest,
	reply: FastifyReply,
	backend: Backend,
) {
	const problem = problemOf(error);
	return reply
		.code(problem.status)
		.type(PROBLEM_JSON)
		.send(JSON.stringify(problemBody(problem, pathOf(request), backend.switches)));
}

/** Every failure and every unknown path of this server is answered in a documented shape. */
export function answerRefusals(app: FastifyInstance, backend: Backend): void {
	app.setErrorHandler<FastifyError | Problem>((error, request, reply) =>
		sendProblem(error, request, reply, backend),
	);
	app.setNotFoundHandler((request, reply) =>
		sendProblem(new Problem(404, 'There is no such endpoint'), request, reply, backend),
	);
}

/** 401 without a good access token after `Bearer ` (Access token guide; the prefix is required). */
export function requireBearer(app: FastifyInstance, backend: Backend): void {
	app.addHook('onRequest', async (request, reply) => {
		const token = bearerOf(request);
		if (token !== undefined && backend.tokens.isGood(token)) return;
		const message = 'Unauthorized. Access token is missing or invalid.';
		await reply.code(401).send(gatewayBody(401, message));
	});
}

/** 400 for calls without proper Vipps-System-* headers, while the switch says so. */
export function perhapsRequireSystemHeaders(app: FastifyInstance, backend: Backend): void {
	app.addHook('onRequest', async (request) => {
		if (backend.switches.systemHeaders === 'record') return;
		const complaints = complaintsAboutSystemHeaders(request.headers);
		if (complaints.length === 0) return;
		const extraDetails = complaints.map((reason) => ({ name: reason.split(' ')[0] ?? '', reason }));
		throw new Problem(400, 'The Vipps-System headers are not in order', extraDetails);
	});
}
