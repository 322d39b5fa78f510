import { randomBytes } from 'crypto';
import type { Switches } from '../state/switches';

/** One thing wrong with a request, as problem+json names it. */
export interface ExtraDetail {
	/** The parameter or header. */
	name: string;
	reason: string;
}

/** A refusal that is answered as problem+json: 400, 404 or 500 (knowledge base, HTTP errors). */
export class Problem extends Error {
	constructor(
		readonly status: 400 | 404 | 500,
		readonly detail: string,
		readonly extraDetails: ExtraDetail[] = [],
	) {
		super(detail);
	}
}

const titles = { 400: 'Bad Request', 404: 'Not Found', 500: 'Internal Server Error' } as const;

/** The media type of a problem. */
export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** The body of a problem (knowledge base, HTTP errors). `instance` is the path that was called. */
export function problemBody(problem: Problem, instance: string, switches: Switches) {
	const { status, detail, extraDetails } = problem;
	return {
		type: `https://developer.vippsmobilepay.com/docs/knowledge-base/errors/#${status}`,
		title: titles[status],
		detail,
		instance,
		status: switches.problemStatus === 'string' ? String(status) : status,
		extraDetails,
		traceId: randomBytes(16).toString('hex'),
	};
}

/**
 * The body of what the gateway in front of the API refuses: 401, 403, 422, 429 (knowledge base,
 * HTTP errors).
 */
export function gatewayBody(statusCode: 401 | 403 | 422 | 429, message: string) {
	return { statusCode, message };
}

/** The body of a refused token call (RFC 6749, section 5.2). */
export function oauthBody(error: string, error_description: string) {
	return { error, error_description };
}
