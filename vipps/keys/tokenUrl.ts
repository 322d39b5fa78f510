import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { trustedBaseUrl } from './baseUrl';

/**
 * The URL at which the keys are exchanged for a token. Source: access token docs, specialized authentication.
 *
 * @throws Error if the base URL cannot be trusted
 */
export const tokenUrl = (credentials: ICredentialDataDecryptedObject): string =>
	`${trustedBaseUrl(credentials)}/miami/v1/token`;
