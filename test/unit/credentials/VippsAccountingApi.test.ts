import { VippsAccountingApi } from '../../../credentials/VippsAccountingApi.credentials';

const credential = new VippsAccountingApi();
const data = {
	clientId: 'id',
	clientSecret: 'secret',
	baseUrl: 'https://api.vipps.no/',
	accessToken: 'token',
};

describe('authenticate', () => {
	it('puts base URL and token on a call that gives its path, also when n8n signs it a second time', async () => {
		const once = await credential.authenticate(data, { url: '/settlement/v1/ledgers' });
		const twice = await credential.authenticate({ ...data, accessToken: 'newer' }, once);
		expect(twice).toMatchObject({
			url: '/settlement/v1/ledgers',
			baseURL: 'https://api.vipps.no',
			headers: { Authorization: 'Bearer newer' },
		});
	});

	it("signs a whole address, as n8n's HTTP Request node gives it, on the same server", async () => {
		const options = { uri: 'https://api.vipps.no/report/v2/ledgers' };
		expect(await credential.authenticate(data, options as never)).toMatchObject({
			...options,
			baseURL: undefined,
			headers: { Authorization: 'Bearer token' },
		});
	});

	it.each([
		['https://example.com/report', 'uri'],
		['https://api.vipps.no.example.com/', 'url'],
		['//example.com/report', 'url'],
		['http://api.vipps.no/report', 'uri'],
		['https://api.vipps.no@example.com/', 'url'],
	])('never signs %s', async (address, field) => {
		const options = { [field]: address };
		await expect(credential.authenticate(data, options as never)).rejects.toThrow(
			'alone, not for http',
		);
		expect(options).toEqual({ [field]: address });
	});
});

describe('the token property', () => {
	it('is one that n8n renews and never shows', () => {
		expect(credential.properties.at(-1)).toMatchObject({
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
		});
	});
});
