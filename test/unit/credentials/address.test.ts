import { addressOn, type CallAddress } from '../../../credentials/address';

const BASE_URL = 'https://api.vipps.no/gateway';

describe('the address of a request', () => {
	interface Allowed {
		address: string;
		whole: string;
	}
	const allowed: Allowed[] = [
		{ address: '/report/v2?a=b', whole: `${BASE_URL}/report/v2?a=b` },
		{ address: '/@evil.example', whole: `${BASE_URL}/@evil.example` },
		{ address: '/\t/evil.example', whole: `${BASE_URL}//evil.example` },
		{ address: 'https://api.vipps.no/report', whole: 'https://api.vipps.no/report' },
		{ address: 'HTTPS:\\\\API.vipps.no:443\\x', whole: 'https://api.vipps.no/x' },
		{ address: 'https://me:you@api.vipps.no/x', whole: 'https://api.vipps.no/x' },
		{ address: ' https://ａｐｉ.vipps。no/x', whole: 'https://api.vipps.no/x' },
	];
	it.each(allowed)('is $whole if it is given as $address', ({ address, whole }) => {
		expect(addressOn(BASE_URL, { url: address })).toBe(whole);
		expect(addressOn(BASE_URL, { uri: address })).toBe(whole);
		expect(addressOn(BASE_URL, { url: address, uri: whole })).toBe(whole);
	});

	it.each([
		{ address: 'https://evil.example/report', server: 'https://evil.example' },
		{ address: 'https:evil.example/x', server: 'https://evil.example' },
		{ address: 'https:/evil.example/x', server: 'https://evil.example' },
		{ address: 'https:\\evil.example/x', server: 'https://evil.example' },
		{ address: 'HTTPS:evil.example/x', server: 'https://evil.example' },
		{ address: 'https://api.vipps.no:8443/', server: 'https://api.vipps.no:8443' },
		{ address: 'https://api.vipps.no./', server: 'https://api.vipps.no.' },
		{ address: 'https://api.vipps.no.evil.example/', server: 'https://api.vipps.no.evil.example' },
		{ address: 'https://api.vipps.no@evil.example/', server: 'https://evil.example' },
		{ address: 'http://api.vipps.no/report', server: 'http://api.vipps.no' },
		{ address: 'blob:https://api.vipps.no/report', server: 'blob:' },
		{ address: 'file:///etc/passwd', server: 'file:' },
		{ address: '//evil.example/x', server: '"//evil.example/x"' },
		{ address: '/\\evil.example/x', server: '"/\\evil.example/x"' },
		{ address: 'report/v2', server: '"report/v2"' },
		{ address: '//me:hunter2@evil.example', server: '"evil.example"' },
		{ address: '', server: '""' },
	])('is refused: $address', ({ address, server }) => {
		const words = `This credential is only for https://api.vipps.no. It can't be used for ${server}.`;
		expect(() => addressOn(BASE_URL, { url: address })).toThrow(words);
		expect(() => addressOn(BASE_URL, { uri: address })).toThrow(words);
		expect(() => addressOn(BASE_URL, { url: '/report', uri: address })).toThrow(words);
		expect(() => addressOn(BASE_URL, { url: address, uri: '/report' })).toThrow(words);
	});

	it.each<{ name: string; call: CallAddress }>([
		{ name: 'none', call: {} },
		{ name: 'two that differ', call: { url: '/report', uri: '/settlement' } },
	])('is refused if there are $name', ({ call }) => {
		expect(() => addressOn(BASE_URL, call)).toThrow('needs exactly one address');
	});

	it('is used unchanged if it is a URL object', () => {
		const uri = new URL('https://api.vipps.no/report');
		expect(addressOn(BASE_URL, { uri })).toBe('https://api.vipps.no/report');
	});
});
