import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { trimmed } from './trimmed';

/** What no message may contain of a credential: its secrets, and the header that is made of one. */
export function secretsOf(credentials: ICredentialDataDecryptedObject): string[] {
	const secret = trimmed(credentials.clientSecret);
	const basic = Buffer.from(`${trimmed(credentials.clientId)}:${secret}`).toString('base64');
	return [secret, basic, trimmed(credentials.subscriptionKey)];
}
