import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { withCancelSignal } from '../hostVersions';
import { isSuccess, type Answer, type NoAnswer, type Outcome } from '../outcome/answer';
import { connectionError } from '../outcome/connectionError';
import { isRetryable } from '../outcome/isRetryable';
import { readTokenFailure } from '../outcome/tokenFailure';
import { CREDENTIAL_TYPE, type Run } from '../run';
import { asObject, text } from '../unknown';

/** Of one call, from the first byte out to the last byte in. */
const TIME_LIMIT_MS = 30_000;

/**
 * Sends a GET once. The path is already encoded; undefined query values are left out. n8n fetches a token if there is none. Only a
 * credential that cannot be read is thrown; everything else is an outcome.
 *
 * @throws NodeOperationError of n8n if the node has no such credential
 */
export async function send(run: Run, path: string, query?: IDataObject): Promise<Outcome> {
	const shared = await run.credential();
	// A copy, since another call may renew the token between the two halves of this one.
	const data = { ...shared };
	const { accessToken: before } = data;
	const deadline = AbortSignal.timeout(TIME_LIMIT_MS);
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: path,
		qs: query,
		json: true,
		timeout: TIME_LIMIT_MS,
		// The API never redirects. A followed redirect could only carry the token elsewhere.
		disableFollowRedirect: true,
		returnFullResponse: true,
		// An answer that is thrown has no headers on older versions of n8n. So n8n does not renew the token: sendAuthorised does.
		ignoreHttpStatusErrors: true,
	};
	const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL_TYPE, data };
	const signal = run.signal ? AbortSignal.any([run.signal, deadline]) : deadline;
	try {
		const { statusCode, body, headers } =
			await run.context.helpers.httpRequestWithAuthentication.call(
				withCancelSignal(run.context, signal),
				CREDENTIAL_TYPE,
				options,
				{ credentialsDecrypted },
			);
		return { status: statusCode, body, headers, token: text(data.accessToken) };
	} catch (error) {
		return deadline.aborted
			? {
					message: `Vipps did not answer within ${TIME_LIMIT_MS / 1000} seconds`,
					isRetryable: true,
				}
			: readThrown(error);
	} finally {
		// n8n puts a token that it fetched into the data that it was given.
		if (data.accessToken !== before) Object.assign(shared, data);
	}
}

/** The credential refuses a token of other keys by a 401 of its own, so that n8n renews the token. In this case n8n did not. */
const STALE_TOKEN: NoAnswer = {
	message: 'The stored access token belongs to other keys or another server',
	description: 'Test the credential "Vipps Accounting API" to get a new one.',
	isRetryable: false,
	isCredentialRefused: true,
};

/** An error of n8n: it tells of the connection, of the token call, of an answer, or has words of the credential's own. */
function readThrown(thrown: unknown): Outcome {
	const error = asObject(thrown);
	const { data } = asObject(error.context);
	const cause = asObject(error.cause);
	const response = asObject(cause.response);
	const status = Number(error.httpCode);
	const body = response.data ?? data;
	if (status === 401 && body === undefined) return STALE_TOKEN;
	// A success that is thrown was cut off after its headers, whose status newer versions of n8n give along.
	if (status >= 300) return { status, body, headers: asObject(response.headers) };
	const message = text(error.message) ?? 'Vipps could not be reached';
	const token = readTokenFailure(error.context);
	if (token?.answer) return refusedToken(message, token.answer);
	const code = token?.code ?? text(cause.code) ?? text(error.httpCode) ?? '';
	const known = connectionError(code);
	// A token call that failed for an unknown reason may succeed the next time.
	const mayPass = known?.isRetryable ?? token !== undefined;
	// An error without a code has words of its own, from before any call.
	const isCredentialRefused = (token !== undefined || code === '') && !mayPass;
	if (known && !token) {
		const why = `Vipps could not be reached: ${known.cause} (${code})`;
		return { message: why, description: known.advice, isRetryable: mayPass, isCredentialRefused };
	}
	const why = token ? undefined : text(error.description);
	const description = [why, code && `(${code})`].filter(Boolean).join(' ') || undefined;
	return { message, description, isRetryable: mayPass, isCredentialRefused };
}

/** A token call that was answered without a token. */
function refusedToken(message: string, tokenAnswer: Answer): NoAnswer {
	const mayPass = isSuccess(tokenAnswer) || isRetryable(tokenAnswer);
	return { message, isRetryable: mayPass, isCredentialRefused: !mayPass, tokenAnswer };
}
