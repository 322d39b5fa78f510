import { requestTo } from '../../../credentials/request';

const ADDRESS = 'https://api.vipps.no/report';
const ours = { 'Vipps-System-Name': 'n8n', Authorization: 'Bearer token' };

describe('a request with the token', () => {
	it('follows no redirect, checks the certificate and keeps its address', () => {
		const options = {
			method: 'GET',
			uri: 'https://evil.example/uri',
			url: 'https://evil.example/url',
			baseURL: 'https://evil.example',
			auth: { username: 'me', password: 'mine' },
			agentOptions: { host: 'evil.example' },
			followRedirect: true,
			followAllRedirects: true,
			maxRedirects: 5,
			skipSslCertificateValidation: true,
			rejectUnauthorized: false,
			qs: { a: 'b' },
		};
		expect(requestTo(ADDRESS, ours, options as never)).toEqual({
			method: 'GET',
			qs: { a: 'b' },
			url: ADDRESS,
			headers: ours,
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
			maxRedirects: 0,
			skipSslCertificateValidation: false,
			rejectUnauthorized: true,
		});
	});

	it('has our headers once and no host header, in any spelling', () => {
		const headers = {
			authorization: 'Bearer of another',
			' AUTHORIZATION ': 'Basic of another',
			'vipps-system-name': 'another',
			host: 'evil.example',
			accept: 'application/json',
		};
		expect(requestTo(ADDRESS, ours, { url: '', headers }).headers).toEqual({
			accept: 'application/json',
			...ours,
		});
	});

	it.each([
		{ name: 'uses its proxy with https', address: ADDRESS, proxy: 'http://proxy.example' },
		{
			name: 'uses no proxy with http, which would see the token',
			address: 'http://localhost:3000/x',
		},
	])('$name', ({ address, proxy }) => {
		const options = { url: '', proxy: 'http://proxy.example' };
		expect(requestTo(address, ours, options as never).proxy).toBe(proxy);
	});
});
