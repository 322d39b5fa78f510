import { VippsAccountingApi } from '../../../credentials/VippsAccountingApi.credentials';
import { fingerprintOf } from '../../../vipps/keys/token';

const credential = new VippsAccountingApi();
const keys = { clientId: 'id', clientSecret: 'secret' };
/** A credential as n8n holds it after a token call. */
const withToken = (accessToken: string) => ({
	...keys,
	accessToken,
	accessTokenFor: fingerprintOf(accessToken, keys),
});

describe('a request that the credential signs', () => {
	it('gets base URL and token, also if it is signed again', async () => {
		const once = await credential.authenticate(withToken('first'), { url: '/some/path' });
		const twice = await credential.authenticate(withToken('newer'), once);
		expect(twice).toEqual({
			...once,
			url: 'https://api.vipps.no/some/path',
			headers: { ...once.headers, Authorization: 'Bearer newer' },
		});
	});

	it('leaves the given options unchanged', async () => {
		const options = { url: '/some/path', headers: { accept: 'text/csv' }, baseURL: 'https://a.no' };
		const given = structuredClone(options);
		await credential.authenticate(withToken('token'), options);
		expect(options).toEqual(given);
	});

	it.each([
		{ name: 'another secret', changes: { clientSecret: 'other' } },
		{ name: 'another client ID', changes: { clientId: 'other' } },
		{
			name: 'another server',
			changes: { environment: 'custom', baseUrl: 'https://gateway.example' },
		},
		{ name: 'another token', changes: { accessToken: 'other' } },
		{ name: 'no token', changes: { accessToken: '' } },
		{ name: 'no fingerprint', changes: { accessTokenFor: '' } },
		{
			name: 'a client ID that contains the secret',
			changes: { clientId: 'idsecret', clientSecret: '' },
		},
	] as Array<{ name: string; changes: object }>)(
		'makes n8n fetch a new token if there is $name',
		async ({ changes }) => {
			const data = { ...withToken('token'), ...changes };
			await expect(credential.authenticate(data, { url: '/some/path' })).rejects.toMatchObject({
				message: expect.stringContaining('Test the credential'),
				response: { status: 401 },
			});
		},
	);
});

describe('the properties for the token', () => {
	const [token, expiresAt, tokenFor] = credential.properties.slice(-3);

	it('are hidden: the token, which n8n renews, its end and its fingerprint', () => {
		expect(token).toMatchObject({
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		});
		const secret = { type: 'hidden', typeOptions: { password: true }, default: '' };
		expect(expiresAt).toMatchObject({ name: 'accessTokenExpiresAt', ...secret });
		expect(tokenFor).toMatchObject({ name: 'accessTokenFor', ...secret });
	});
});
