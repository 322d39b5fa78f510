import type { Answer } from './answer';
import { asObject, text } from '../unknown';

/**
 * What the credential tells the node of a token call that failed: the node decides whether to try again. n8n carries the context of its
 * own kind of errors over into the error that the node gets, on every version, and nothing else of them but the words.
 */
export interface TokenFailure {
	/** The endpoint's answer, of its body only what Vipps says; undefined where none came. */
	answer?: Answer;
	/** Why no answer came, as Node.js names it. */
	code?: string;
}

/** Under this name it lies in the error's context. */
const KEY = 'vippsToken';

/** Puts a failure into the context of an error. */
export function putTokenFailure(context: Record<string, unknown>, failure: TokenFailure): void {
	context[KEY] = failure;
}

/** The failure in the context of an error; undefined where the token call is not to blame. */
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
