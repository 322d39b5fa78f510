import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isPassingStatus, type Answer, type Fault, type Outcome } from './answer';
import { cancelSignal, type VippsContext } from './context';
import { asObject, text } from './unknown';

/** Of one sending, from the first byte out to the last byte in. */
const TIME_LIMIT_MS = 30_000;

/** Faults of the connection, as Node.js, axios and zlib name them. All others (a bad certificate, say) stay as they are. */
const PASSING_FAULTS =
	/^(?:E(?:CONN\w+|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|NETDOWN|AI_AGAIN|NOTFOUND)|ERR_NETWORK|ERR_BAD_RESPONSE|ERR_STREAM_PREMATURE_CLOSE|HPE_\w+|Z_\w+)$/;

/**
 * Sends a GET once; its path is already encoded, undefined query values are left out. n8n fetches the token when there is
 * none; after a 401 it fetches a new one and sends the call again, once. Never throws: what came of it is for the caller to
 * weigh.
 */
export async function send(
	context: VippsContext,
	path: string,
	query?: IDataObject,
): Promise<Outcome> {
	const deadline = AbortSignal.timeout(TIME_LIMIT_MS);
	const call = async (ignoreHttpStatusErrors: unknown): Promise<Answer> => {
		const options: IHttpRequestOptions = {
			method: 'GET',
			url: path,
			qs: query,
			json: true,
			timeout: TIME_LIMIT_MS,
			// The API never redirects: following one could only carry the token elsewhere.
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: ignoreHttpStatusErrors as boolean,
		};
		const { statusCode, body, headers } = await context.helpers.httpRequestWithAuthentication.call(
			withDeadline(context, deadline),
			'vippsAccountingApi',
			options,
		);
		return { status: statusCode, body, headers };
	};
	try {
		// Only what is returned has its headers on every host; only a 401 that is thrown makes n8n renew the token.
		const answer = await call({ ignore: true, except: [401] });
		// A host that does not know exceptions returned it: it renews the token when it is asked again without.
		return answer.status === 401 ? await call(false) : answer;
	} catch (error) {
		return deadline.aborted
			? { message: `Vipps did not answer within ${TIME_LIMIT_MS / 1000} seconds`, isPassing: true }
			: readThrown(error);
	}
}

/** n8n ends a call by the context's cancel signal, and by no total time limit: make the signal mean both. */
function withDeadline(context: VippsContext, deadline: AbortSignal): VippsContext {
	const cancel = cancelSignal(context);
	const both = cancel ? AbortSignal.any([cancel, deadline]) : deadline;
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => both },
	}) as VippsContext;
}

/** What n8n made of an answer that it threw, of a fault of the connection, or of the credential's own words. */
function readThrown(thrown: unknown): Outcome {
	const error = asObject(thrown);
	const context = asObject(error.context);
	const response = asObject(asObject(error.cause).response);
	const status = Number(error.httpCode);
	// A success that is thrown broke off behind its headers: newer hosts give its status along.
	if (status >= 300) {
		return { status, body: response.data ?? context.data, headers: asObject(response.headers) };
	}
	const code = text(asObject(error.cause).code) ?? text(error.httpCode) ?? '';
	const token = readTokenFailure(context.vippsToken);
	return {
		message: text(error.message) ?? 'Vipps could not be reached',
		description:
			[text(error.description), code && `(${code})`].filter(Boolean).join(' ') || undefined,
		isPassing: token?.isPassing ?? PASSING_FAULTS.test(code),
		isOfCredential: code === '' && !token?.isPassing,
		headers: token?.headers,
	};
}

/** What the credential says of a token call that failed; undefined where it is not to blame. */
function readTokenFailure(failure: unknown): Pick<Fault, 'isPassing' | 'headers'> | undefined {
	if (failure === undefined) return undefined;
	const { status, headers } = asObject(failure);
	const isOdd = typeof status !== 'number' || status < 300;
	return { isPassing: isOdd || isPassingStatus(status), headers: asObject(headers) };
}
