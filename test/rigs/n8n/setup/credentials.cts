import type { CredentialImport } from '../../../../host/drive/n8n.cts';
import type { Sandbox } from '../../../../sandbox/index';

/** The credential type of all nodes. */
export const CREDENTIAL_TYPE = 'vippsAccountingApi';

/** The credentials that every real n8n of the tests holds, by name. */
export const credentials = {
	right: { id: 'rightKeys', name: 'Right keys' },
	wrong: { id: 'wrongKeys', name: 'Wrong keys' },
	insecure: { id: 'insecureUrl', name: 'Insecure base URL' },
};

/** The secret of the right keys: nothing else reads like it. */
export const RIGHT_SECRET = 'Kept-0nly-3ncrypted';
/** The secret of the wrong keys. */
export const WRONG_SECRET = 'Never-acc3pted';

/** The credentials, to import into an n8n that is to call this sandbox. */
export function credentialsFor({
	url: baseUrl,
	clientId,
	clientSecret,
}: Pick<Sandbox, 'url' | 'clientId' | 'clientSecret'>): CredentialImport[] {
	const keys = { clientId, clientSecret, environment: 'custom', baseUrl };
	const type = CREDENTIAL_TYPE;
	return [
		{ ...credentials.right, type, data: keys },
		{ ...credentials.wrong, type, data: { ...keys, clientSecret: WRONG_SECRET } },
		{ ...credentials.insecure, type, data: { ...keys, baseUrl: 'http://example.com' } },
	];
}
