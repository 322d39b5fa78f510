import { trustedBaseUrl } from '../../../../vipps/keys/baseUrl';

describe('the base URL', () => {
	it.each([
		{ title: 'a credential as it opens', given: { environment: 'production' } },
		{ title: 'a credential that says none', given: {} },
	] as Array<{ title: string; given: object }>)(
		'of $title is that of Vipps, whatever was entered before',
		({ given }) => {
			const credentials = { ...given, baseUrl: 'https://gateway.example' };
			expect(trustedBaseUrl(credentials)).toBe('https://api.vipps.no');
		},
	);

	it('of an environment that does not exist is refused', () => {
		const credentials = { environment: 'test', baseUrl: 'https://gateway.example' };
		expect(() => trustedBaseUrl(credentials)).toThrow(
			`'Environment' must be production or custom. You entered "test".`,
		);
	});

	it.each([
		{ entered: 'https://api.vipps.no', used: 'https://api.vipps.no' },
		{ entered: ' HTTPS://API.Vipps.no:443// ', used: 'https://api.vipps.no' },
		{ entered: 'https://gateway.example:8443/vipps/', used: 'https://gateway.example:8443/vipps' },
		{ entered: 'https://gateway.example/a/../b', used: 'https://gateway.example/b' },
		{ entered: 'https:\\\\gateway.example\\vipps', used: 'https://gateway.example/vipps' },
		{ entered: 'http://localhost:3000/', used: 'http://localhost:3000' },
		{ entered: 'http://127.1:3000', used: 'http://127.0.0.1:3000' },
		{ entered: 'http://[::1]:3000', used: 'http://[::1]:3000' },
	])('$entered is used as $used', ({ entered, used }) => {
		expect(trustedBaseUrl({ environment: 'custom', baseUrl: entered })).toBe(used);
	});

	it.each([
		{ entered: 'http://api.vipps.no', shown: 'http://api.vipps.no' },
		{ entered: 'api.vipps.no', shown: 'api.vipps.no' },
		{ entered: '', shown: '' },
		{ entered: 'http://me:hunter2@api.vipps.no', shown: 'api.vipps.no' },
		{ entered: 'https://me:hunter2/@api vipps.no', shown: 'api vipps.no' },
		{ entered: 'me:hunter2@api.vipps.no', shown: 'api.vipps.no' },
	])('$entered is refused, shown as "$shown"', ({ entered, shown }) => {
		expect(() => trustedBaseUrl({ environment: 'custom', baseUrl: entered })).toThrow(
			`'Base URL' must begin with https:// (http:// is only allowed for localhost). You entered "${shown}".`,
		);
	});

	it.each([
		{ entered: 'https://me:hunter2@api.vipps.no', shown: 'api.vipps.no' },
		{ entered: 'https://me:hunt@er2@api.vipps.no/x', shown: 'api.vipps.no/x' },
		{ entered: 'https://hunter2@api.vipps.no', shown: 'api.vipps.no' },
		{ entered: 'https://api.vipps.no?', shown: 'https://api.vipps.no?' },
		{ entered: 'https://api.vipps.no/#/x', shown: 'https://api.vipps.no/#/x' },
	])('$entered is refused because of its extra parts, shown as "$shown"', ({ entered, shown }) => {
		expect(() => trustedBaseUrl({ environment: 'custom', baseUrl: entered })).toThrow(
			`'Base URL' must not contain a user name, a password, "?" or "#". You entered "${shown}".`,
		);
	});

	it('is missing if it is not a text', () => {
		expect(() => trustedBaseUrl({ environment: 'custom', baseUrl: {} })).toThrow('You entered "".');
	});
});
