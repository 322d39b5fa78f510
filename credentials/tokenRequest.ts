import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { keyTypeOf, type KeyType } from '../vipps/keys/keyType';
import { trimmed } from '../vipps/keys/trimmed';
import { salesUnitKeyHeaders } from './salesUnitHeaders';

/** How keys are sent to get a token. */
interface TokenRequest extends Pick<IHttpRequestOptions, 'auth' | 'headers' | 'body'> {
	/** What a user is told if Vipps does not accept the keys. */
	refusal: string;
}

const REQUESTS: Record<KeyType, (credentials: ICredentialDataDecryptedObject) => TokenRequest> = {
	/** Source: access token docs, specialized authentication. */
	accounting: ({ clientId, clientSecret }) => ({
		auth: { username: trimmed(clientId), password: trimmed(clientSecret) },
		headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
		body: 'grant_type=client_credentials',
		refusal:
			'Vipps did not accept these keys: check Client ID and Client Secret. They must be accounting keys, not the API keys of a sales unit.',
	}),
	/** Source: access token docs. The body is empty. */
	salesUnit: (credentials) => ({
		headers: salesUnitKeyHeaders(credentials),
		refusal:
			'Vipps did not accept these keys: check Client ID, Client Secret, Subscription Key and Merchant Serial Number. They must be the API keys of one sales unit.',
	}),
};

/**
 * How the keys of a credential are sent to get a token.
 *
 * @throws Error in words for the user if they cannot be sent
 */
export const tokenRequest = (credentials: ICredentialDataDecryptedObject): TokenRequest =>
	REQUESTS[keyTypeOf(credentials)](credentials);
