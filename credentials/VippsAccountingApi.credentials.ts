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

import { name as packageName, version as packageVersion } from '../package.json';

const TOKEN_TIME_LIMIT_MS = 30_000;

/** Accounting keys → a token that lives 15 minutes → Bearer header, and the base URL that both belong to. */
export class VippsAccountingApi implements ICredentialType {
	name = 'vippsAccountingApi';

	displayName = 'Vipps Accounting API';

	icon: Icon = { light: 'file:../icons/sales.svg', dark: 'file:../icons/sales.dark.svg' };

	documentationUrl =
		'https://developer.vippsmobilepay.com/docs/APIs/access-token-api/partner-authentication/';

	properties: INodeProperties[] = [
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'Of the accounting keys, not of the API keys of a sales unit',
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
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.vipps.no',
			required: true,
			description:
				'The same for Norway, Denmark and Finland. Change it only to call a sandbox or a gateway of your own.',
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
	];

	test: ICredentialTestRequest = { request: { url: '/settlement/v1/ledgers' } };

	/**
	 * Fetches a token; n8n stores it until a call is answered 401. Source: access token docs, specialized authentication.
	 *
	 * @throws Error in words for the user. It carries no response: with one, n8n would take its 401 for an expired token and
	 * ask a second time; and it never repeats what was sent.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const baseUrl = trustedBaseUrl(credentials);
		const answer = await this.helpers
			.httpRequest({
				method: 'POST',
				url: `${baseUrl}/miami/v1/token`,
				auth: {
					username: trimmed(credentials.clientId),
					password: trimmed(credentials.clientSecret),
				},
				headers: {
					...systemHeaders(credentials),
					'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
				},
				body: 'grant_type=client_credentials',
				json: true,
				timeout: TOKEN_TIME_LIMIT_MS,
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
			})
			.catch(() => {
				throw new Error(`Vipps could not be reached at ${baseUrl} to get an access token`);
			});
		return { accessToken: readToken(answer) };
	}

	/**
	 * Puts the base URL, the token and the system headers on a call. The base URL comes from here alone, so that no call
	 * carries the token to another server.
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const baseURL = trustedBaseUrl(credentials);
		const { uri } = options as { uri?: string };
		refuseOtherServers(uri ?? options.url, baseURL);
		options.baseURL = uri === undefined ? baseURL : undefined;
		options.headers = {
			...options.headers,
			...systemHeaders(credentials),
			Authorization: `Bearer ${trimmed(credentials.accessToken)}`,
		};
		return options;
	}
}

/**
 * The base URL without blanks and slashes at its end.
 *
 * @throws Error unless it is https, or http on this very machine
 */
function trustedBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	const given = trimmed(credentials.baseUrl).replace(/\/+$/, '');
	const url = URL.canParse(given) ? new URL(given) : undefined;
	const isLoopback =
		url !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
	if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return given;
	throw new Error(
		`Base URL must begin with https:// (http:// is for a sandbox on localhost only), not "${given}"`,
	);
}

/** A node gives a path; only n8n's HTTP Request node gives a whole address, and that one must lie on the same server. */
function refuseOtherServers(address: string, baseUrl: string): void {
	if (!new URL(address, baseUrl).href.startsWith(`${new URL(baseUrl).origin}/`)) {
		throw new Error(
			`This credential is for ${baseUrl} alone, not for ${new URL(address, baseUrl).origin}`,
		);
	}
}

/** Required of partners on every call, at most 30 printable ASCII characters each. Source: knowledge base, HTTP headers. */
function systemHeaders({ systemName, systemVersion }: ICredentialDataDecryptedObject): IDataObject {
	const header = (value: string) =>
		value
			.replace(/[^\x20-\x7e]/g, '')
			.trim()
			.slice(0, 30);
	return {
		'Vipps-System-Name': header(trimmed(systemName)) || 'n8n',
		'Vipps-System-Version': header(trimmed(systemVersion)) || packageVersion,
		'Vipps-System-Plugin-Name': packageName,
		'Vipps-System-Plugin-Version': packageVersion,
	};
}

function readToken({ statusCode, body }: { statusCode: number; body: unknown }): string {
	const { access_token: token, error } = (body ?? {}) as {
		access_token?: unknown;
		error?: unknown;
	};
	if (statusCode === 401 || error === 'invalid_client') {
		throw new Error(
			'Vipps did not accept these keys: check Client ID and Client Secret. They must be accounting keys, not the API keys of a sales unit.',
		);
	}
	if (statusCode !== 200 || typeof token !== 'string' || token === '') {
		throw new Error(`Vipps gave no access token: it answered with status ${statusCode}`);
	}
	return token;
}

const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
