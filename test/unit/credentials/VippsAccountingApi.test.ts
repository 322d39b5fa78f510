import { VippsAccountingApi } from '../../../credentials/VippsAccountingApi.credentials';
import { fingerprintOf } from '../../../credentials/fingerprint';

const credential = new VippsAccountingApi();
const keys = { clientId: 'id', clientSecret: 'secret', baseUrl: 'https://api.vipps.no/' };
/** A credential as n8n holds it after a token call. */
const withToken = (accessToken: string) => ({
	...keys,
	accessToken,
	accessTokenFor: fingerprintOf(accessToken, keys),
});

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

	it.each([
		{ title: 'another secret', changes: { clientSecret: 'other' } },
		{ title: 'another client ID', changes: { clientId: 'other' } },
		{ title: 'another server', changes: { baseUrl: 'https://gateway.example' } },
		{ title: 'another token', changes: { accessToken: 'other' } },
		{ title: 'no token', changes: { accessToken: '' } },
		{ title: 'no fingerprint', changes: { accessTokenFor: '' } },
		{ title: 'the fields run together', changes: { clientId: 'idsecret', clientSecret: '' } },
	])('asks n8n for a new token where there is $title', async ({ changes }) => {
		const data = { ...withToken('token'), ...changes };
		await expect(credential.authenticate(data, { url: '/some/path' })).rejects.toMatchObject({
			message: expect.stringContaining('Test the credential'),
			response: { status: 401 },
		});
	});
});

describe('the token properties', () => {
	const [token, tokenFor] = credential.properties.slice(-2);

	it('are one that n8n renews and one for what it is for, which n8n never shows', () => {
		expect(token).toMatchObject({
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		});
		expect(tokenFor).toMatchObject({
			name: 'accessTokenFor',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		});
	});
});
