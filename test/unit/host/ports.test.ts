import { freePort } from '../../../host/process/ports.cts';
import { listen } from './machine.cts';

describe('a free port', () => {
	it('is the preferred one if it is free', async () => {
		const port = await freePort();
		expect(port).toBeGreaterThan(1023);
		expect(await freePort(port)).toBe(port);
	});

	it('is another one if the preferred one is taken', async () => {
		const port = await freePort();
		const server = await listen(port, '127.0.0.1');
		const other = await freePort(port);
		server.close();
		expect(other).not.toBe(port);
		expect(other).toBeGreaterThan(1023);
	});
});
