import { itemsOf } from '../../host/drive/execution.cts';
import { importWorkflows, runToCode } from '../../host/drive/n8n.cts';
import { signIn, testCredential, type RestClient } from '../../host/drive/rest.cts';
import { startServer, type N8nServer } from '../../host/drive/server.cts';
import { callWebhook } from '../../host/drive/webhook.cts';
import type { Fault } from '../../sandbox/index';
import { secretsOf, textsIn } from '../rigs/engine/secrets';
import { nodesOf, operationsOn } from '../rigs/n8n/operations';
import { publish } from '../rigs/n8n/recipeRig';
import { credentials, CREDENTIAL_TYPE, WRONG_SECRET } from '../rigs/n8n/setup/credentials.cts';
import { owner } from '../rigs/n8n/setup/owner.cts';
import { openLedgerList, setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { settlementOperationsOn } from '../rigs/n8n/settlementOperations';
import { exportSecrets, storedFiles, storedRows } from '../rigs/n8n/stored.cts';
import { runByWebhook } from '../rigs/n8n/webhookRun';
import { sideBySide, webhook, workflowOf } from '../rigs/n8n/workflows.cts';

jest.setTimeout(45 * 60_000);

/** One for each operation. */
const faults: Fault[] = [
	{ kind: 'status', status: 404, shape: 'problem' },
	{ kind: 'status', status: 401, shape: 'gateway' },
	{ kind: 'redirect', location: '/elsewhere' },
	{ kind: 'notJson' },
	{ kind: 'reset' },
];
const forbidden: Fault = { kind: 'status', status: 403, shape: 'gateway', path: '/v1/ledgers' };
const ledgers = { resource: 'ledger', operation: 'getAll' };

describe('what a real n8n keeps of runs that failed in every way', () => {
	let n8n: RealN8n;
	let server: N8nServer;
	/** Of the workflow for settlement. */
	let settles: string;

	beforeAll(async () => {
		const variables = { N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console,file' };
		n8n = await setUp({}, variables);
		const operations = operationsOn(n8n.sandbox);
		const { wrong: credential } = credentials;
		await importWorkflows(n8n.environment, [
			sideBySide('goesOn', nodesOf(operations)),
			workflowOf('stops', ledgers),
			sideBySide('stopsOnKeys', { 'Vipps Sales': { parameters: ledgers, credential } }),
			sideBySide('called', { 'Vipps Sales': { parameters: ledgers } }, [webhook('called')]),
		]);
		await runFromCommandLine(operations.map(({ path }) => path));
		server = await startServer(n8n.environment);
		await runBehindEditor();
	});
	afterAll(async () => {
		await server.stop();
		await n8n.close();
	});

	const runFromCommandLine = async (paths: string[]) => {
		const { environment, sandbox } = n8n;
		/** A detailed log takes what a run gave apart, so only its exit code is looked at. */
		const exitCodeOf = async (id: string) =>
			(await runToCode(environment, ['execute', `--id=${id}`])).code;
		sandbox.faults.add(...paths.map((path, index) => ({ ...faults[index], path }) as Fault));
		expect(await exitCodeOf('goesOn')).toBe(0);
		sandbox.faults.clear();
		sandbox.faults.add(forbidden);
		sandbox.expireTokens();
		expect(await exitCodeOf('stops')).toBe(1);
		expect(await exitCodeOf('stopsOnKeys')).toBe(1);
	};

	const runBehindEditor = async () => {
		const client = await signIn(server.url, owner);
		await expect(openLedgerList(client)).rejects.toThrow('Could not get the ledgers');
		for (const { id } of [credentials.right, credentials.wrong]) {
			expect(await testCredential(client, id)).toHaveProperty('status', 'Error');
		}
		await publish(client, 'called');
		expect((await callWebhook(server.url, 'called')).status).toBe(500);
		await runSettlement(client);
	};

	/** Payouts and statements that come, and fees that do not, by both kinds of keys. */
	const runSettlement = async (client: RestClient) => {
		const { sandbox } = n8n;
		const { salesUnit, url: baseUrl } = sandbox;
		const data = { keyType: 'salesUnit', ...salesUnit, environment: 'custom', baseUrl };
		const name = 'Sales unit keys';
		const created = await client.post('/credentials', { name, type: CREDENTIAL_TYPE, data });
		const unit = { name, id: (created as { id: string }).id };
		const nodes = Object.entries({
			...nodesOf(settlementOperationsOn('451207')),
			...prefixed('Unit ', nodesOf(settlementOperationsOn('310488'), unit)),
		});
		sandbox.faults.clear();
		sandbox.faults.add({ kind: 'status', status: 401, shape: 'gateway', path: '/fees/' });
		const workflow = sideBySide('settles', Object.fromEntries(nodes), [webhook('settles')]);
		const made = await client.post('/workflows', { ...workflow, id: undefined });
		settles = (made as { id: string }).id;
		await publish(client, settles);
		const run = await runByWebhook({ url: server.url, client }, settles, 'settles');
		const failed = nodes.filter(([node]) => itemsOf(run, node).some(({ json }) => json.error));
		expect(failed.map(([node]) => node)).toEqual(['Fee: Get by Date', 'Unit Fee: Get by Date']);
		for (const node of ['Statement: Get by Date', 'Unit Statement: Get by Date']) {
			expect(itemsOf(run, node)).toHaveLength(2);
		}
	};

	/** What is to be found nowhere: of a token also its signature alone. */
	const secrets = () => [
		...secretsOf(n8n.sandbox),
		...n8n.sandbox.issuedTokens.map((token) => token.split('.').at(-1) ?? token),
		...secretsOf({ ...n8n.sandbox, clientSecret: WRONG_SECRET }),
	];
	/** The files and tables in which any of these texts can be read. */
	const placesOf = async (texts: string[]) => {
		const files = [...(await storedFiles(n8n.environment))]
			.filter(([, bytes]) => texts.some((text) => bytes.includes(text)))
			.map(([path]) => path);
		const tables = (await storedRows(n8n.environment))
			.filter(([, row]) =>
				textsIn(decoded(row)).some((own) => texts.some((text) => own.includes(text))),
			)
			.map(([table]) => table);
		return [...new Set([...files, ...tables])];
	};

	it('are executions with their errors, the credentials and a detailed log', async () => {
		const rows = await storedRows(n8n.environment);
		const executions = rows.filter(([table]) => table === 'execution_entity');
		// One that a signal ended was run once more, with the same end.
		const nameOf = (id: unknown) => (id === settles ? 'settles' : String(id));
		const ends = new Set(executions.map(([, row]) => `${nameOf(row.workflowId)}: ${row.status}`));
		expect([...ends].sort()).toEqual([
			...['called: error', 'goesOn: success', 'settles: success'],
			...['stops: error', 'stopsOnKeys: error'],
		]);
		expect(await placesOf(['The sandbox was told to fail'])).toEqual(
			expect.arrayContaining([expect.stringMatching(/logs/), 'execution_data']),
		);
		expect(await placesOf([n8n.sandbox.url])).toEqual([]);
		expect([...(await storedFiles(n8n.environment)).keys()]).toEqual(
			expect.arrayContaining([expect.stringMatching(/database\.sqlite-wal$/)]),
		);
	});

	it('holds no secret, no Basic header and no token', async () => {
		expect(await placesOf(secrets())).toEqual([]);
	});

	it('holds none after n8n has ended', async () => {
		await server.stop();
		expect(await placesOf(secrets())).toEqual([]);
	});

	it('would be found to hold them: the credentials do, once they are decrypted', async () => {
		await exportSecrets(n8n.environment);
		const { clientSecret, salesUnit, issuedTokens } = n8n.sandbox;
		const own = [clientSecret, salesUnit.clientSecret, salesUnit.subscriptionKey];
		for (const secret of own) expect(await placesOf([secret])).toEqual(['decrypted.json']);
		expect(await placesOf(issuedTokens)).toEqual(['decrypted.json']);
	});
});

const prefixed = <Value>(prefix: string, values: Record<string, Value>): Record<string, Value> =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));

/** With the texts that are themselves JSON taken apart. */
function decoded(row: Record<string, unknown>): unknown {
	return Object.values(row).map((value) => {
		try {
			return [value, JSON.parse(String(value))];
		} catch {
			return value;
		}
	});
}
