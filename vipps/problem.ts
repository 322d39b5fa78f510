import { asObject, redact, text } from './unknown';

/**
 * Vipps's words and trace id out of the five documented error shapes: problem+json, the Azure gateway's, `{code, message}`,
 * `{errorCode, errorMessage, contextId}` and OAuth's. Source: Vipps knowledge base, "Errors". A body in none of them (HTML of
 * a firewall, nothing at all) has no words worth showing.
 */
export function readProblem(body: unknown): { reason?: string; traceId?: string } {
	const problem = asObject(body);
	const words =
		text(problem.detail) ??
		text(problem.title) ??
		text(problem.message) ??
		text(problem.errorMessage) ??
		text(problem.error_description) ??
		text(problem.error);
	const reason = words && [words, ...readDetails(problem.extraDetails)].join('; ');
	const traceId = text(problem.traceId) ?? text(problem.contextId) ?? text(problem.instance);
	return { reason: reason && redact(reason), traceId: traceId && redact(traceId) };
}

function readDetails(details: unknown): string[] {
	if (!Array.isArray(details)) return [];
	return details
		.map(asObject)
		.map(({ name, reason }) => [text(name), text(reason)].filter(Boolean).join(': '))
		.filter((detail) => detail !== '');
}
