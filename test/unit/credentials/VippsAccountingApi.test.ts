import { VippsAccountingApi } from '../../../credentials/VippsAccountingApi.credentials';

const credential = new VippsAccountingApi();
const keys = { clientId: 'id', clientSecret: 'secret', baseUrl: 'https://api.vipps.no/' };
/** A credential as n8n holds it after a token call. */
const withToken = (accessToken: string) => ({ ...keys, accessToken });

describe('authenticate', () => {
	it('puts base URL and token on a call that gives its path, also when it is signed again', async () => {
		const once = await credential.authenticate(withToken('first'), { url: '/some/path' });
		const twice = await credential.authenticate(withToken('newer'), once);
		expect(twice).toEqual({
			...once,
			url: 'https://api.vipps.no/some/path',
			headers: { ...once.headers, Authorization: 'Bearer newer' },
		});
	});

	it('leaves the options that it was given as they were', async () => {
		const options = { url: '/some/path', headers: { accept: 'text/csv' }, baseURL: 'https://a.no' };
		const given = structuredClone(options);
		await credential.authenticate(withToken('token'), options);
		expect(options).toEqual(given);
	});
});

describe('the token property', () => {
	it('is one that n8n renews and never shows', () => {
		expect(credential.properties.at(-1)).toMatchObject({
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		});
	});
});
