import axios, { type AxiosRequestConfig } from 'axios';
import fc from 'fast-check';
import type { IHttpRequestOptions } from 'n8n-workflow';
import {
	convertN8nRequestToAxios,
	parseRequestObject,
} from 'n8n-core/dist/execution-engine/node-execution-context/utils/request-helper-functions';

import { fingerprintOf } from '../../../vipps/keys/token';
import { VippsAccountingApi } from '../../../credentials/VippsAccountingApi.credentials';

const credential = new VippsAccountingApi();
const keys = {
	clientId: 'id',
	clientSecret: 'secret',
	environment: 'custom',
	baseUrl: 'https://api.vipps.no/gateway',
};
const token = 'token';
const data = { ...keys, accessToken: token, accessTokenFor: fingerprintOf(token, keys) };

/** What axios gives to Node's own client. */
interface Sent {
	protocol: string;
	hostname: string;
	port: string;
	path: string;
	auth?: string;
	headers: Record<string, string>;
}

/** What axios would send for this configuration, which it then does not send. */
async function sentBy(config: AxiosRequestConfig): Promise<Sent> {
	let sent: Sent | undefined;
	const transport = {
		request: (options: Sent) => {
			sent = options;
			throw new Error('Not sent');
		},
	};
	await axios.request({ ...config, transport }).catch(() => {});
	if (!sent) throw new Error('axios refused the address');
	return sent;
}

/** Addresses that may name a server, or may not, in more ways than one thinks of. */
const parts = {
	before: fc.constantFrom('', '', ' ', '\t', '\u0000', '\ufeff'),
	scheme: fc.constantFrom('https', 'https', 'HTTPS', 'ht\ntps', 'http', 'blob:https', 'ftp', ''),
	colon: fc.constantFrom(':', ':', ':', ''),
	slashes: fc.constantFrom('//', '//', '//', '', '/', '///', '\\\\', '\\', '/\\', '/\t/', '/\n'),
	user: fc.constantFrom('', '', '', 'me@', 'me:mine@', 'api.vipps.no@', 'a@b@', ':@'),
	host: fc.constantFrom(
		...['api.vipps.no', 'api.vipps.no', 'API.Vipps.no', 'api.vipps。no', 'ａpi.vipps.no'],
		...['api.vipps.no.', 'api.vipps.no.evil.example', 'evil.example', 'api\tvipps.no', ''],
		...['api%2Evipps.no', 'аpi.vipps.no', '127.0.0.1', '[::1]', 'api.vipps.no\u00ad'],
	),
	port: fc.constantFrom('', '', '', ':443', ':0443', ':', ':444', ':80', ':99999'),
	path: fc.constantFrom(
		'',
		'/x',
		'\\x',
		'/../../x',
		'//evil.example',
		'?a=b',
		'#x',
		'@evil.example',
	),
};
const spelled = fc.record(parts).map((part) => Object.values(part).join(''));
const address = fc.oneof(
	{ weight: 6, arbitrary: spelled },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary' }).map((text) => `/${text}`) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
	{ weight: 1, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
);
const sometimes = (arbitrary: fc.Arbitrary<unknown>) => fc.option(arbitrary, { nil: undefined });
const call = fc
	.record({
		url: sometimes(address),
		uri: sometimes(address),
		baseURL: sometimes(
			fc.constantFrom('https://evil.example', 'https://api.vipps.no@evil.example'),
		),
		auth: sometimes(fc.constantFrom({ username: 'me', password: 'mine' }, { bearer: 'mine' })),
		headers: sometimes(
			fc.constantFrom(
				{ authorization: 'Bearer mine' },
				{ Host: 'evil.example', AUTHORIZATION: '' },
			),
		),
		maxRedirects: sometimes(fc.constant(5)),
		followAllRedirects: fc.boolean(),
		qs: sometimes(fc.constant({ a: '//evil.example' })),
	})
	.map((given) => given as unknown as IHttpRequestOptions);

const signedOrRefused = async (options: IHttpRequestOptions) =>
	await credential.authenticate(data, options).catch((error: Error) => {
		expect(error.message).toMatch(
			/^(?:This credential is only for|A request with this credential)/,
		);
	});

describe('any call that is signed', () => {
	it('goes to the server of the base URL and no further, by both of the request helpers', async () => {
		let signedCalls = 0;
		const property = fc.asyncProperty(call, async (options) => {
			const signed = await signedOrRefused(options);
			if (!signed) return;
			signedCalls++;
			const url = new URL(signed.url);
			expect(url.origin).toBe('https://api.vipps.no');
			for (const name of ['uri', 'baseURL', 'auth']) expect(signed).not.toHaveProperty(name);
			expect(await credential.authenticate(data, signed)).toEqual(signed);
			const configs = [convertN8nRequestToAxios(signed), await parseRequestObject(signed as never)];
			for (const config of configs) {
				expect(config.maxRedirects).toBe(0);
				const { protocol, hostname, port, path, auth, headers } = await sentBy(
					config as AxiosRequestConfig,
				);
				expect({ protocol, hostname, port, auth }).toEqual({
					protocol: 'https:',
					hostname: 'api.vipps.no',
					port: '',
					auth: undefined,
				});
				expect(path.startsWith(url.pathname)).toBe(true);
				expect(headers.Authorization).toBe('Bearer token');
				expect(headers.host ?? headers.Host).toBeUndefined();
			}
		});
		await fc.assert(property, { numRuns: 3000 });
		expect(signedCalls).toBeGreaterThan(50);
	});
});
