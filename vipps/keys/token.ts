import { createHmac } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { keyTypeOf } from './keyType';
import { tokenUrl } from './tokenUrl';
import { trimmed } from './trimmed';

/**
 * A hash of what a token was made from: the server, the kind of keys (each has a token URL of its own) and the keys. n8n keeps a token when
 * its credential is edited, so this is kept beside it.
 *
 * The token is the key of the hash: without it nothing can be learned about the secret, and no other token matches.
 */
export function fingerprintOf(token: string, credentials: ICredentialDataDecryptedObject): string {
	const { clientId, clientSecret, subscriptionKey, merchantSerialNumber } = credentials;
	const salesUnit = [subscriptionKey, merchantSerialNumber];
	const keys = [
		clientId,
		clientSecret,
		...(keyTypeOf(credentials) === 'salesUnit' ? salesUnit : []),
	];
	const madeFrom = [tokenUrl(credentials), ...keys.map(trimmed)];
	return createHmac('sha256', token).update(JSON.stringify(madeFrom)).digest('base64url');
}

/** A token that ends sooner may be refused, since clocks differ and a call takes its time. */
const LEAST_LIFE_MS = 60_000;

/** Whether the stored token is certainly good: not about to end, and made from the credential as it is now. */
export function isAlive(credentials: ICredentialDataDecryptedObject): boolean {
	const { accessToken, accessTokenFor, accessTokenExpiresAt } = credentials;
	if (typeof accessToken !== 'string' || accessToken === '') return false;
	const life = Date.parse(String(accessTokenExpiresAt)) - Date.now();
	try {
		return life > LEAST_LIFE_MS && accessTokenFor === fingerprintOf(accessToken, credentials);
	} catch {
		// The base URL cannot be trusted, or there are no such keys. The first call says so.
		return false;
	}
}

/**
 * The stored token, if it was made from the credential as it is now.
 *
 * @throws Error that n8n takes for an answer 401, so that it fetches a new token at once
 */
export function ownToken(credentials: ICredentialDataDecryptedObject): string {
	const { accessToken, accessTokenFor } = credentials;
	const token = String(accessToken ?? '');
	if (accessTokenFor === fingerprintOf(token, credentials)) return token;
	throw Object.assign(
		new Error(
			'The stored access token belongs to other keys or another server. Test the credential to get a new one.',
		),
		{ response: { status: 401 } },
	);
}
