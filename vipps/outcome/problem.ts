import { asObject, text } from '../unknown';

/** The content of an answer in one of Vipps's own shapes. */
export interface Problem {
	/** In Vipps's words. */
	reason?: string;
	/** The ID by which Vipps support finds the call. */
	traceId?: string;
}

/**
 * The words and the trace ID out of the five documented error shapes: problem+json, the Azure gateway's `{statusCode, message}`,
 * `{code, message}`, `{errorCode, errorMessage, contextId}` and OAuth's. Undefined for a body in none of them: it is not of Vipps.
 * Source: Vipps knowledge base, "Errors"; RFC 6749, section 5.2.
 */
export function readProblem(body: unknown): Problem | undefined {
	const problem = asObject(body);
	const words = reasonOf(problem);
	if (words === undefined) return undefined;
	return {
		reason: [words, ...detailsOf(problem.extraDetails)].join('; '),
		traceId: text(problem.traceId) ?? text(problem.contextId) ?? text(problem.instance),
	};
}

function reasonOf(problem: Record<string, unknown>): string | undefined {
	const { code, statusCode, errorCode, error } = problem;
	const isCoded = [code, statusCode].some((value) => value !== undefined && value !== null);
	const errorCodeText = text(error)?.match(/^[a-z]+(?:_[a-z]+)+$/)?.[0];
	return (
		text(problem.detail) ??
		text(problem.title) ??
		(isCoded ? text(problem.message) : undefined) ??
		text(problem.errorMessage) ??
		text(errorCode) ??
		(error === undefined ? undefined : text(problem.error_description)) ??
		errorCodeText
	);
}

function detailsOf(details: unknown): string[] {
	if (!Array.isArray(details)) return [];
	return details
		.map(asObject)
		.map(({ name, reason }) => [text(name), text(reason)].filter(Boolean).join(': '))
		.filter((detail) => detail !== '');
}
