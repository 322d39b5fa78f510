import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { trustedBaseUrl } from './baseUrl';
import { keyTypeOf, type KeyType } from './keyType';

const PATHS: Record<KeyType, string> = {
	accounting: '/miami/v1/token',
	salesUnit: '/accesstoken/get',
};

/**
 * The URL at which the keys are exchanged for a token. Source: access token docs, for accounting keys "specialized authentication".
 *
 * @throws Error if the base URL cannot be trusted, or there are no such keys
 */
export const tokenUrl = (credentials: ICredentialDataDecryptedObject): string =>
	`${trustedBaseUrl(credentials)}${PATHS[keyTypeOf(credentials)]}`;
