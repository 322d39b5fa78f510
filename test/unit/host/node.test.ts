import { isSupported } from '../../../host/install/node.cts';
import { hosts } from '../../../host/install/versions.cts';

describe('the Node a host runs on', () => {
	const { node } = hosts.baseline;

	it.each(['20.19.0', '20.20.2', '21.0.0', '22.1.0', '24.99.1'])('may be %s', (version) => {
		expect(isSupported(node, version)).toBe(true);
	});

	it.each(['18.20.8', '20.18.3', '25.0.0', '26.10.0'])('may not be %s', (version) => {
		expect(isSupported(node, version)).toBe(false);
	});

	it('has a lowest minor version only in the lowest major version', () => {
		const support = { from: [24, 5], to: 26, bring: '24' } as const;
		expect(isSupported(support, '24.4.9')).toBe(false);
		expect(isSupported(support, '25.0.0')).toBe(true);
	});
});
