import type { ErrorShape } from './fault';

const WORDS = 'The sandbox was told to fail';
const HTML = `<html><head><title>Request blocked</title></head><body><h1>${WORDS}</h1></body></html>`;

/** The body of an error status in one of the documented shapes (knowledge base, HTTP errors), and its media type. */
export function errorBody(shape: ErrorShape, status: number): { type: string; body: string } {
	if (shape === 'html') return { type: 'text/html', body: HTML };
	if (shape === 'empty') return { type: 'text/plain', body: '' };
	const type = shape.startsWith('problem') ? 'application/problem+json' : 'application/json';
	return { type, body: JSON.stringify(jsonBody(shape, status)) };
}

function jsonBody(shape: Exclude<ErrorShape, 'html' | 'empty'>, status: number): object {
	switch (shape) {
		case 'gateway':
			return { statusCode: status, message: `${WORDS}.` };
		case 'codeMessage':
			return { code: String(status), message: WORDS };
		case 'errorCode':
			return { errorCode: String(status), errorMessage: WORDS, contextId: 'sandbox-context' };
		case 'oauth':
			return { error: 'temporarily_unavailable', error_description: WORDS };
		default:
			return {
				type: 'about:blank',
				title: 'Failed',
				detail: WORDS,
				status: shape === 'problemStringStatus' ? String(status) : status,
				extraDetails: [{ name: 'sandbox', reason: 'on command' }],
				traceId: 'sandbox-trace',
			};
	}
}
