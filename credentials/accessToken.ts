import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { WorkflowOperationError } from 'n8n-workflow';

import { isSuccess, type Answer } from '../vipps/outcome/answer';
import { connectionError } from '../vipps/outcome/connectionError';
import { isOfVipps } from '../vipps/outcome/isRetryable';
import { readProblem } from '../vipps/outcome/problem';
import { redact } from '../vipps/outcome/preview';
import { putTokenFailure, type TokenFailure } from '../vipps/outcome/tokenFailure';
import { asObject, text } from '../vipps/unknown';
import { describeAnswer, sentences, traceOf } from '../vipps/outcome/wording';
import { trustedBaseUrl } from '../vipps/keys/baseUrl';
import { systemHeaders } from './systemHeaders';
import { tokenRequest } from './tokenRequest';
import { secretsOf } from '../vipps/keys/secrets';
import { tokenUrl } from '../vipps/keys/tokenUrl';

const TIME_LIMIT_MS = 30_000;

/** Printable ASCII without spaces around it, which a header can carry. RFC 6750, section 2.1, allows less. */
const SENDABLE_TOKEN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Of wrong keys, and of an unknown Client ID of a sales unit. Source: RFC 6749, section 5.2; Vipps knowledge base. */
const REFUSALS: unknown[] = ['invalid_client', 'unauthorized_client'];

/** How long a token lives if the answer does not say so. Source: access token docs, specialized authentication. */
const USUAL_LIFE_S = 900;
/** The longest life that is believed; no token of Vipps lives longer. */
const LONGEST_LIFE_S = 86_400;

/** A fresh access token. */
export interface AccessToken {
	token: string;
	/** When it ends at the latest, ISO 8601, UTC. */
	expiresAt: string;
}

/**
 * A fresh access token, for about 15 minutes with accounting keys and a day with those of a sales unit. Source: access token docs.
 *
 * @throws Error in words for the user, without anything that was sent. It has no response: n8n would take the 401 of a response for an expired
 * token and ask a second time.
 */
export async function fetchAccessToken(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<AccessToken> {
	const baseUrl = trustedBaseUrl(credentials);
	const { refusal, headers: keyHeaders, ...request } = tokenRequest(credentials);
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: tokenUrl(credentials),
		...request,
		headers: { ...systemHeaders(credentials), ...keyHeaders },
		json: true,
		timeout: TIME_LIMIT_MS,
		abortSignal: AbortSignal.timeout(TIME_LIMIT_MS),
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	};
	const given = await helpers.httpRequest(options).catch((error: unknown) => {
		throw unreachable(baseUrl, codeOf(error));
	});
	const { statusCode, body, headers } = given as {
		statusCode: number;
		body: unknown;
		headers: object;
	};
	const answer = { status: statusCode, body, headers: { ...headers } };
	return readToken(answer, secretsOf(credentials), refusal);
}

function readToken(answer: Answer, secrets: string[], refusal: string): AccessToken {
	const { access_token: token, expires_in: life, error } = asObject(answer.body);
	if (answer.status === 200 && typeof token === 'string' && SENDABLE_TOKEN.test(token)) {
		return { token, expiresAt: endOf(life) };
	}
	const isEmpty = answer.body === undefined || answer.body === '';
	// The body of refused keys is not documented: it may be empty.
	const isRefused = answer.status === 401 && (isEmpty || isOfVipps(answer));
	if (isRefused || REFUSALS.includes(error)) throw new Error(refusal);
	const why = isSuccess(answer) ? oddSuccess(token) : describeAnswer(answer, secrets);
	const message = sentences(['Could not get an access token', why, traceOf(answer, secrets)]);
	throw failed(message, { answer: { ...answer, body: saidIn(answer, secrets) } });
}

/** The end of a token that was just issued. Its life is in seconds, as a number or a text. */
function endOf(life: unknown): string {
	const seconds = typeof life === 'number' ? life : Number(text(life));
	const isBelievable = seconds > 0 && seconds <= LONGEST_LIFE_S;
	return new Date(Date.now() + (isBelievable ? seconds : USUAL_LIFE_S) * 1000).toISOString();
}

/** Never repeats the answer, which may contain a token. */
function oddSuccess(token: unknown): string {
	if (typeof token !== 'string' || token === '') return 'Vipps answered without one';
	return 'Vipps answered with one that no header can carry';
}

/** Only what the node needs of a body, in a shape that it knows. */
function saidIn({ body }: Answer, secrets: string[]): unknown {
	const { reason = '', traceId = '' } = readProblem(body) ?? {};
	return { detail: redact(reason, secrets), traceId: redact(traceId, secrets) };
}

function unreachable(baseUrl: string, code: string): WorkflowOperationError {
	const { cause, advice } = connectionError(code) ?? {};
	const couldNot = `Vipps could not be reached at ${baseUrl} to get an access token`;
	return failed(sentences([cause ? `${couldNot}: ${cause}` : couldNot, advice]), { code });
}

/** The code of an error of Node.js, or of its cause. */
function codeOf(error: unknown): string {
	const { code, cause } = asObject(error);
	return text(code) ?? text(asObject(cause).code) ?? '';
}

function failed(message: string, failure: TokenFailure): WorkflowOperationError {
	const error = new WorkflowOperationError(message);
	putTokenFailure(error.context, failure);
	return error;
}
