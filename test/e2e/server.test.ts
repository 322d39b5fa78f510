import { signIn, testCredential, type RestClient } from '../../host/drive/rest.cts';
import { startServer, type N8nServer } from '../../host/drive/server.cts';
import { chosenHost } from '../rigs/n8n/setup/chosenHost.cts';
import { CREDENTIAL_TYPE, credentials, WRONG_SECRET } from '../rigs/n8n/setup/credentials.cts';
import { NODE_TYPE, nodeTypes, PACKAGE } from '../rigs/n8n/setup/package.cts';
import { owner } from '../rigs/n8n/setup/owner.cts';
import { openLedgerList, setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';

jest.setTimeout(45 * 60_000);

interface NodeDescription {
	name: string;
	iconUrl?: Record<string, string>;
	codex?: { alias?: string[] };
}

describe('the packed package in a real n8n, behind its editor', () => {
	let n8n: RealN8n;
	let server: N8nServer;
	let client: RestClient;

	beforeAll(async () => {
		n8n = await setUp();
		server = await startServer(n8n.environment);
		client = await signIn(server.url, owner);
	});
	afterAll(async () => {
		await server.stop();
		await n8n.close();
	});
	beforeEach(() => void n8n.sandbox.requests.splice(0));

	const paths = () => n8n.sandbox.requests.map(({ path }) => path);

	it('the Test button says OK to the right keys, having asked for the ledgers', async () => {
		expect(await testCredential(client, credentials.right.id)).toMatchObject({ status: 'OK' });
		expect(paths()).toEqual(['/miami/v1/token', '/settlement/v1/ledgers']);
	});

	it('the Test button says which keys to check, by one token call', async () => {
		const { status, message } = await testCredential(client, credentials.wrong.id);
		expect(status).toBe('Error');
		expect(message).toContain(
			'Vipps did not accept these keys: check Client ID and Client Secret.',
		);
		expect(message).not.toContain(WRONG_SECRET);
		expect(paths()).toEqual(['/miami/v1/token']);
	});

	it('the Test button refuses a base URL that is not https, before any call', async () => {
		const { status, message } = await testCredential(client, credentials.insecure.id);
		expect(status).toBe('Error');
		expect(message).toContain("'Base URL' must begin with https://");
	});

	describe('with sales unit keys', () => {
		/** A new credential with the keys of the sandbox's sales unit. */
		const created = async (changes: object = {}) => {
			const { salesUnit, url: baseUrl } = n8n.sandbox;
			const environment = 'custom';
			const data = { keyType: 'salesUnit', environment, baseUrl, ...salesUnit, ...changes };
			const named = { name: 'Sales unit', type: CREDENTIAL_TYPE, data };
			return (await client.post('/credentials', named)) as { id: string };
		};
		const tested = async (changes?: object) =>
			await testCredential(client, (await created(changes)).id);
		afterEach(() => void (n8n.sandbox.switches.salesUnitReports = 'granted'));

		it('the Test button says OK, having asked for the ledgers', async () => {
			expect(await tested()).toMatchObject({ status: 'OK' });
			expect(paths()).toEqual(['/accesstoken/get', '/settlement/v1/ledgers']);
		});

		it('the Test button says which keys to check, by one token call', async () => {
			const { status, message } = await tested({ subscriptionKey: WRONG_SECRET });
			expect(status).toBe('Error');
			expect(message).toContain(
				'check Client ID, Client Secret, Subscription Key and Merchant Serial Number.',
			);
			expect(message).not.toContain(WRONG_SECRET);
			expect(paths()).toEqual(['/accesstoken/get']);
		});

		it.each([
			{ salesUnitReports: 'forbidden', code: '(403)' },
			{ salesUnitReports: 'unauthorized', code: '(401)' },
		] as const)('the Test button says that reports are $salesUnitReports', async (refusal) => {
			n8n.sandbox.switches.salesUnitReports = refusal.salesUnitReports;
			const { status, message } = await tested();
			expect(status).toBe('Error');
			// n8n 2.8.4 keeps the status from the credential type, and has words of its own.
			const isToldStatus = chosenHost().n8n !== '2.8.4';
			expect(message).toContain(
				isToldStatus
					? `The list of ledgers was refused ${refusal.code}.`
					: 'check your credentials',
			);
		});

		it('the ledger drop-down of Vipps Sales refuses them, before any call', async () => {
			const { id } = await created();
			const keys = { [CREDENTIAL_TYPE]: { id, name: 'Sales unit' } };
			await expect(openLedgerList(client, { credentials: keys })).rejects.toThrow(
				"Sales unit keys can't read sales",
			);
			expect(paths()).toEqual([]);
		});
	});

	it('the ledger drop-down lists, pages and searches', async () => {
		const first = await openLedgerList(client);
		const second = await openLedgerList(client, {
			paginationToken: first.paginationToken as string,
		});
		expect([...first.results, ...second.results].map(({ value }) => value)).toEqual(
			n8n.sandbox.ledgers().map(({ ledgerId }) => ledgerId),
		);
		expect((await openLedgerList(client, { filter: 'kahvila' })).results).toEqual([
			expect.objectContaining({ name: 'Kahvila Koivu · 1234567-0 · 602118', value: '602118' }),
		]);
	});

	it('n8n offers every node, Vipps Sales also as a tool, and their icons', async () => {
		const types = (await (await client.load('types/nodes.json')).json()) as NodeDescription[];
		const ours = types.filter(({ name }) => name.startsWith(PACKAGE));
		expect(ours.map(({ name }) => name)).toEqual(
			expect.arrayContaining([...nodeTypes.values(), `${NODE_TYPE}Tool`]),
		);
		for (const node of ours) {
			// Whether a tool is found by these words, too, is up to the version of n8n.
			if (!node.name.endsWith('Tool')) {
				expect(node.codex?.alias).toEqual(
					expect.arrayContaining(['vipps', 'mobilepay', 'regnskap']),
				);
			}
			for (const icon of Object.values(node.iconUrl ?? {})) {
				const { status, headers } = await client.load(icon);
				expect([status, headers.get('content-type')]).toEqual([
					200,
					expect.stringContaining('svg'),
				]);
			}
			expect(Object.keys(node.iconUrl ?? {})).toEqual(['light', 'dark']);
		}
	});
});
