import type { Answer } from './answer';
import { asObject, text } from '../unknown';

/**
 * What the credential tells the node of a token call that failed; the node decides whether to retry. It is kept in the context of an error
 * of n8n's own classes: on every version, n8n copies that context and the message into the error that the node gets, and nothing else.
 */
export interface TokenFailure {
	/** The endpoint's answer, with no more of its body than Vipps's words; undefined if there was none. */
	answer?: Answer;
	/** Why there was no answer, as an error code of Node.js. */
	code?: string;
}

/** Its name in the error's context. */
const KEY = 'vippsToken';

/** Adds a failure to the context of an error. */
export function putTokenFailure(context: Record<string, unknown>, failure: TokenFailure): void {
	context[KEY] = failure;
}

/** The failure in the context of an error; undefined if the token call is not to blame. */
export function readTokenFailure(context: unknown): TokenFailure | undefined {
	const failure = asObject(context)[KEY];
	if (failure === undefined) return undefined;
	const { answer, code } = asObject(failure);
	const { status, body, headers } = asObject(answer);
	return {
		answer: typeof status === 'number' ? { status, body, headers: asObject(headers) } : undefined,
		code: text(code),
	};
}
