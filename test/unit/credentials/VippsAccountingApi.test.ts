import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

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

describe('a request with the keys of a sales unit', () => {
	const salesUnit = {
		...keys,
		keyType: 'salesUnit',
		subscriptionKey: ' subscription ',
		merchantSerialNumber: '123456',
	};
	const signed = async (data: ICredentialDataDecryptedObject, headers = {}) => {
		const given = { ...data, accessToken: 'token', accessTokenFor: fingerprintOf('token', data) };
		return (await credential.authenticate(given, { url: '/some/path', headers })).headers;
	};
	const others = { 'OCP-apim-subscription-key': 'another', 'merchant-serial-number': 'another' };

	it('names the sales unit, whatever the request says', async () => {
		const headers = await signed(salesUnit, others);
		expect(headers).toMatchObject({
			Authorization: 'Bearer token',
			'Ocp-Apim-Subscription-Key': 'subscription',
			'Merchant-Serial-Number': '123456',
		});
		expect(Object.values(headers ?? {})).not.toContain('another');
	});

	it.each([undefined, 'accounting'])('names none if the kind of keys is %s', async (keyType) => {
		const headers = await signed({ ...salesUnit, keyType } as never, others);
		expect(
			Object.keys(headers ?? {})
				.join()
				.toLowerCase(),
		).not.toMatch(/ocp-apim|merchant/);
	});

	it.each([
		{ keyType: 'accounting' },
		{ subscriptionKey: 'another' },
		{ merchantSerialNumber: '654321' },
		{ clientId: 'another' },
		{ clientSecret: 'another' },
		{ environment: 'custom', baseUrl: 'https://gateway.example' },
	])('has a token of its own: not that of %j', (changes) => {
		const other = { ...salesUnit, ...changes } as ICredentialDataDecryptedObject;
		expect(fingerprintOf('token', other)).not.toBe(fingerprintOf('token', salesUnit));
	});

	it('keeps the token of accounting keys when fields of the other kind change', () => {
		const accounting = { ...salesUnit, keyType: 'accounting' };
		expect(fingerprintOf('token', accounting)).toBe(fingerprintOf('token', keys));
	});
});

describe('the properties', () => {
	it('begin with the kind of keys, and ask for those of a sales unit only if it is chosen', () => {
		const [keyType] = credential.properties;
		expect(keyType).toMatchObject({ name: 'keyType', default: 'accounting' });
		const named = (name: string) => credential.properties.find((field) => field.name === name);
		const displayOptions = { show: { keyType: ['salesUnit'] } };
		const typeOptions = { password: true };
		const required = true;
		expect(named('subscriptionKey')).toMatchObject({ required, typeOptions, displayOptions });
		expect(named('merchantSerialNumber')).toMatchObject({ required, displayOptions });
	});
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
