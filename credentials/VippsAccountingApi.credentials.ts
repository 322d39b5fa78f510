import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { fetchAccessToken } from './accessToken';
import { addressOn } from './address';
import { trustedBaseUrl } from '../vipps/keys/baseUrl';
import { fingerprintOf, ownToken } from '../vipps/keys/token';
import { requestTo } from './request';
import { systemHeaders } from './systemHeaders';

/** Exchanges accounting keys for a token of 15 minutes, and adds it to each call. Token and keys belong to one base URL. */
export class VippsAccountingApi implements ICredentialType {
	name = 'vippsAccountingApi';

	displayName = 'Vipps Accounting API';

	icon: Icon = { light: 'file:../icons/sales.svg', dark: 'file:../icons/sales.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-vipps-accounting/n8n-nodes-vipps-accounting/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: "From your accounting keys. API keys of a sales unit don't work.",
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			default: 'production',
			options: [
				{
					name: 'Production',
					value: 'production',
					description: 'Vipps MobilePay in Norway, Denmark and Finland',
				},
				{
					name: 'Custom',
					value: 'custom',
					description: 'A mock API or a gateway of your own',
				},
			],
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. http://127.0.0.1:8088',
			displayOptions: { show: { environment: ['custom'] } },
			description: 'Address of the mock API or gateway. Must be https, unless it is on localhost.',
		},
		{
			displayName: 'System Name',
			name: 'systemName',
			type: 'string',
			default: '',
			placeholder: 'e.g. acme-accounting',
			description:
				'The name of the accounting system as registered with Vipps MobilePay, at most 30 characters. Vipps support finds your calls by it. Left empty, it is n8n.',
		},
		{
			displayName: 'System Version',
			name: 'systemVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. 3.1.2',
			description: 'The version of that system. Left empty, it is the version of this package.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Access Token Expires At',
			name: 'accessTokenExpiresAt',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Access Token For',
			name: 'accessTokenFor',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
	];

	test: ICredentialTestRequest = { request: { url: '/settlement/v1/ledgers' } };

	/** n8n stores the returned values, and calls this again if a call is answered 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { token, expiresAt } = await fetchAccessToken(this, credentials);
		return {
			accessToken: token,
			accessTokenExpiresAt: expiresAt,
			accessTokenFor: fingerprintOf(token, credentials),
		};
	}

	/**
	 * Adds the base URL, the token and the system headers to a call. The token goes only to the server of the base URL, and only if it was made
	 * there from these keys.
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const address = addressOn(trustedBaseUrl(credentials), options);
		const Authorization = `Bearer ${ownToken(credentials)}`;
		return requestTo(address, { ...systemHeaders(credentials), Authorization }, options);
	}
}
