import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { WorkflowOperationError } from 'n8n-workflow';

import { trustedBaseUrl } from './baseUrl';
import { systemHeaders } from './systemHeaders';
import { trimmed } from './trimmed';

const TIME_LIMIT_MS = 30_000;

/**
 * A fresh access token, for about 15 minutes. Source: access token docs, specialized authentication.
 *
 * @throws Error in words for the user. It carries no response: with one, n8n would take its 401 for an expired token and ask
 * a second time; and it never repeats what was sent.
 */
export async function fetchAccessToken(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const baseUrl = trustedBaseUrl(credentials);
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: `${baseUrl}/miami/v1/token`,
		auth: { username: trimmed(credentials.clientId), password: trimmed(credentials.clientSecret) },
		headers: {
			...systemHeaders(credentials),
			'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
		},
		body: 'grant_type=client_credentials',
		json: true,
		timeout: TIME_LIMIT_MS,
		abortSignal: AbortSignal.timeout(TIME_LIMIT_MS),
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	};
	const answer = await helpers.httpRequest(options).catch(() => {
		throw noToken(`Vipps could not be reached at ${baseUrl} to get an access token`);
	});
	return readToken(answer as TokenAnswer);
}

/** What n8n's request helper gives for the token call. */
interface TokenAnswer {
	statusCode: number;
	headers: object;
	body: unknown;
}

function readToken(answer: TokenAnswer): string {
	const body = (answer.body ?? {}) as { access_token?: unknown; error?: unknown };
	if (answer.statusCode === 401 || body.error === 'invalid_client') {
		throw new Error(
			'Vipps did not accept these keys: check Client ID and Client Secret. They must be accounting keys, not the API keys of a sales unit.',
		);
	}
	const { access_token: token } = body;
	if (answer.statusCode === 200 && typeof token === 'string' && token !== '') return token;
	throw noToken(`Vipps gave no access token: it answered with status ${answer.statusCode}`, answer);
}

/**
 * The node decides whether to try again. n8n carries the context of its own kind of errors over into the error that the node
 * gets, on every version, and nothing else of them but the words.
 */
function noToken(message: string, answer?: TokenAnswer): WorkflowOperationError {
	const error = new WorkflowOperationError(message);
	error.context.vippsToken = { status: answer?.statusCode, headers: { ...answer?.headers } };
	return error;
}
