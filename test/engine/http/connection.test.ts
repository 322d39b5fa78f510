import { serveAnything } from '../../rigs/engine/servers/anyServer';
import { Engine, workflowOf } from '../../rigs/engine/engine';
import {
	plainServer,
	refusingProxy,
	untrustedServer,
} from '../../rigs/engine/servers/oddServers.cts';

const getMany = workflowOf({ resource: 'ledger', operation: 'getAll' });

describe('a connection that fails', () => {
	beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
	afterEach(() => void jest.restoreAllMocks());

	const tokenFor = async (server: { baseUrl: string }) => {
		const engine = new Engine({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
		await engine.run(getMany);
		return engine;
	};

	it.each([
		{ cause: 'its certificate is not trusted', open: untrustedServer },
		{ cause: 'the server does not speak https', open: plainServer },
	])('for the token says why, and is tried once: $cause', async ({ cause, open }) => {
		const server = await open();
		const baseUrl = `https://localhost:${server.port}`;
		const { error } = await new Engine({ clientId: 'i', clientSecret: 's', baseUrl }).run(getMany);
		server.close();
		expect(error?.message).toContain(
			`Vipps could not be reached at ${baseUrl} to get an access token: ${cause}`,
		);
		expect(error?.description).not.toContain('Sent 5 times');
		expect(server.count()).toBe(1);
	});

	it('at a proxy that refuses is told as the proxy’s', async () => {
		const proxy = await refusingProxy();
		const baseUrl = 'https://vipps.invalid';
		const { error } = await new Engine({ clientId: 'i', clientSecret: 's', baseUrl }).run(getMany);
		proxy.close();
		const words = `${error?.message} ${error?.description}`;
		expect(words).toContain('Something between n8n and Vipps answered 403');
		expect(words).not.toContain('merchant');
		expect(proxy.count()).toBe(1);
	});

	it('for a name that does not exist says so', async () => {
		const baseUrl = 'https://vipps.invalid';
		const { error } = await new Engine({ clientId: 'i', clientSecret: 's', baseUrl }).run(getMany);
		expect(`${error?.message} ${error?.description}`).toMatch(
			/the name of the server (?:was not found|could not be looked up)/,
		);
	});

	it('for a call says why, too, and is tried again where it may pass', async () => {
		const server = await serveAnything(() => ({
			body: { items: [{ ledgerId: '1' }], cursor: '' },
		}));
		const engine = await tokenFor(server);
		await server.close();
		const { error } = await engine.run(getMany);
		expect(error?.message).toBe('Could not get the ledgers');
		expect(error?.description).toBe(
			'Vipps could not be reached: the connection was refused (ECONNREFUSED). Sent 5 times. Run again later.',
		);
	});
});
