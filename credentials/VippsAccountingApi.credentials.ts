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
import { salesUnitFields } from './salesUnitFields';
import { salesUnitHeaders } from './salesUnitHeaders';
import { systemHeaders } from './systemHeaders';

/** What the test of a credential says if there is a token, and the ledgers are refused with this status. */
const refused = (value: number) => ({
	type: 'responseCode' as const,
	properties: {
		value,
		message: `The list of ledgers was refused (${value}). Sales unit keys may have no access to it: only sales units with Payment Integration or Recurring Payments have.`,
	},
});

/** Exchanges keys for a token, and adds it to each call. Token and keys belong to one base URL. */
export class VippsAccountingApi implements ICredentialType {
	name = 'vippsAccountingApi';

	displayName = 'Vipps Accounting API';

	icon: Icon = { light: 'file:../icons/sales.svg', dark: 'file:../icons/sales.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-vipps-accounting/n8n-nodes-vipps-accounting/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Key Type',
			name: 'keyType',
			type: 'options',
			default: 'accounting',
			options: [
				{
					name: 'Accounting Keys',
					value: 'accounting',
					description:
						'Of an accounting partner: sales and settlement of every merchant who gave access',
				},
				{
					name: 'Sales Unit Keys',
					value: 'salesUnit',
					description: "A merchant's own API keys: settlement of one sales unit, no sales",
				},
			],
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		...salesUnitFields,
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

	test: ICredentialTestRequest = {
		request: { url: '/settlement/v1/ledgers' },
		rules: [refused(401), refused(403)],
	};

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
	 * Adds the base URL, the token, the system headers and those of a sales unit to a call. The token goes only to the server of the base URL, and only if it was made
	 * there from these keys.
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const address = addressOn(trustedBaseUrl(credentials), options);
		const Authorization = `Bearer ${ownToken(credentials)}`;
		const headers = { ...systemHeaders(credentials), ...salesUnitHeaders(credentials) };
		return requestTo(address, { ...headers, Authorization }, options);
	}
}
