import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isSuccess, type Answer, type Fault, type Outcome } from '../outcome/answer';
import { connectionFault } from '../outcome/connectionError';
import { isRetryable } from '../outcome/isRetryable';
import { CREDENTIAL_TYPE, type Run, type VippsContext } from '../run';
import { readTokenFailure } from '../outcome/tokenFailure';
import { asObject, text } from '../unknown';

/** Of one sending, from the first byte out to the last byte in. */
const TIME_LIMIT_MS = 30_000;

/**
 * Sends a GET once; its path is already encoded, undefined query values are left out. n8n fetches a token where there is none. Never
 * throws but for a credential that cannot be read: what came of it is for the caller to judge.
 *
 * @throws NodeOperationError of n8n's where the node has no such credential
 */
export async function send(run: Run, path: string, query?: IDataObject): Promise<Outcome> {
	const shared = await run.credential();
	// A copy: a token that is renewed meanwhile must not come between the two halves of a call.
	const data = { ...shared };
	const { accessToken: before } = data;
	const deadline = AbortSignal.timeout(TIME_LIMIT_MS);
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: path,
		qs: query,
		json: true,
		timeout: TIME_LIMIT_MS,
		// The API never redirects: following one could only carry the token elsewhere.
		disableFollowRedirect: true,
		returnFullResponse: true,
		// Only what is returned has its headers on every host. Renewing the token is ours, then.
		ignoreHttpStatusErrors: true,
	};
	const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL_TYPE, data };
	try {
		const { statusCode, body, headers } =
			await run.context.helpers.httpRequestWithAuthentication.call(
				withDeadline(run, deadline),
				CREDENTIAL_TYPE,
				options,
				{ credentialsDecrypted },
			);
		return { status: statusCode, body, headers, token: text(data.accessToken) };
	} catch (error) {
		return deadline.aborted
			? { message: `Vipps did not answer within ${TIME_LIMIT_MS / 1000} seconds`, isPassing: true }
			: readThrown(error);
	} finally {
		// n8n puts a token that it fetched into what it was given.
		if (data.accessToken !== before) {
			Object.assign(shared, data);
		}
	}
}

/** n8n ends a call by the context's cancel signal, and by no total time limit: make the signal mean both. */
function withDeadline({ context, signal }: Run, deadline: AbortSignal): VippsContext {
	const both = signal ? AbortSignal.any([signal, deadline]) : deadline;
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => both },
	}) as VippsContext;
}

/** The credential refuses a token of other keys by a 401 of its own, upon which n8n renews it. Here it did not. */
const STALE_TOKEN: Fault = {
	message: 'The stored access token belongs to other keys or another server',
	description: 'Test the credential "Vipps Accounting API" to get a new one.',
	isPassing: false,
	isOfCredential: true,
};

/** What n8n made of a fault of the connection, of the credential's own words, or of an answer that it threw. */
function readThrown(thrown: unknown): Outcome {
	const error = asObject(thrown);
	const { data } = asObject(error.context);
	const cause = asObject(error.cause);
	const response = asObject(cause.response);
	const status = Number(error.httpCode);
	const body = response.data ?? data;
	if (status === 401 && body === undefined) return STALE_TOKEN;
	// A success that is thrown broke off behind its headers: newer hosts give its status along.
	if (status >= 300) return { status, body, headers: asObject(response.headers) };
	const message = text(error.message) ?? 'Vipps could not be reached';
	const token = readTokenFailure(error.context);
	if (token?.answer) return refusedToken(message, token.answer);
	const code = token?.code ?? text(cause.code) ?? text(error.httpCode) ?? '';
	const fault = connectionFault(code);
	// A token call that failed for an unknown reason may succeed the next time.
	const isPassing = fault?.isPassing ?? token !== undefined;
	// Without a code it speaks in words of its own, before any call.
	const isOfCredential = (token !== undefined || code === '') && !isPassing;
	if (fault && !token) {
		const why = `Vipps could not be reached: ${fault.cause} (${code})`;
		return { message: why, description: fault.advice, isPassing, isOfCredential };
	}
	const why = token ? undefined : text(error.description);
	const description = [why, code && `(${code})`].filter(Boolean).join(' ') || undefined;
	return { message, description, isPassing, isOfCredential };
}

/** A token call that was answered by anything but a token. */
function refusedToken(message: string, tokenAnswer: Answer): Fault {
	const isPassing = isSuccess(tokenAnswer) || isRetryable(tokenAnswer);
	return { message, isPassing, isOfCredential: !isPassing, tokenAnswer };
}
