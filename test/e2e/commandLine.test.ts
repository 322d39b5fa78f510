import { itemsOf } from '../../host/drive/execution.cts';
import { execute, importWorkflows, runToCode } from '../../host/drive/n8n.cts';
import { BUSY_DATE } from '../../sandbox/index';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { workflowOf } from '../rigs/n8n/workflows.cts';

jest.setTimeout(45 * 60_000);

const ID = '310488';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const sale = { resource: 'sale', ledgerId: byId(ID) };
const feed = `/sales/report/v1/ledgers/${ID}`;

describe('the packed package in a real n8n, run from its command line', () => {
	let n8n: RealN8n;

	beforeAll(async () => {
		n8n = await setUp();
		const { ledgerId, ledgerDate } = BUSY_DATE;
		const { reference, pspReference } = sampleEntry();
		await importWorkflows(n8n.environment, [
			workflowOf('ledgers', { resource: 'ledger', operation: 'getAll', returnAll: true }),
			workflowOf('feed', { ...sale, operation: 'getFeed', output: 'entries', returnAll: true }),
			workflowOf('date', {
				...sale,
				operation: 'getByDate',
				output: 'entries',
				ledgerId: byId(ledgerId),
				period: 'date',
				date: ledgerDate,
				returnAll: true,
			}),
			workflowOf('reference', {
				...sale,
				operation: 'getByReference',
				output: 'entries',
				reference,
			}),
			workflowOf('pspReference', {
				...sale,
				operation: 'getByPspReference',
				output: 'entries',
				pspReference,
			}),
			workflowOf('unknownLedger', {
				...sale,
				operation: 'getFeed',
				output: 'entries',
				ledgerId: byId('not-mine'),
			}),
		]);
	});
	afterAll(async () => await n8n.close());
	beforeEach(() => void n8n.sandbox.requests.splice(0));

	const sampleEntry = () => {
		const sales = n8n.sandbox.sales(ID);
		const refund = sales.find(
			(entry) => entry.entryType === 'refund' && entry.pspReference !== null,
		);
		return { reference: refund?.reference ?? '', pspReference: refund?.pspReference ?? '' };
	};
	const calls = () =>
		n8n.sandbox.requests.map(({ path, query, status }) => [
			path,
			Object.keys(query).join(),
			status,
		]);
	const run = async (id: string) => {
		const execution = await execute(n8n.environment, id);
		const outputs = [0, 1].map((output) => itemsOf(execution, 'Vipps Sales', output));
		return { ...execution, outputs: outputs.map((items) => items.map(({ json }) => json)) };
	};

	it('Ledger: Get Many returns every ledger as sent, and fetches the first token', async () => {
		const { outputs } = await run('ledgers');
		expect(outputs[0]).toEqual(n8n.sandbox.ledgers());
		expect(calls()).toEqual([
			['/miami/v1/token', '', 200],
			['/settlement/v1/ledgers', '', 200],
			['/settlement/v1/ledgers', 'cursor', 200],
		]);
	});

	it('Sale: Get From Feed returns every sale and a checkpoint, by the fewest calls', async () => {
		const { outputs } = await run('feed');
		const count = outputs[0]?.length ?? 0;
		const sales = n8n.sandbox.sales(ID).slice(0, count);
		expect(count).toBeGreaterThan(2000);
		expect(outputs[0]).toEqual(sales.map((entry) => ({ ledgerId: ID, ...entry })));
		expect(outputs[1]).toEqual([
			{ feed: 'sales', ledgerId: ID, cursor: expect.any(String), count, hasMore: false },
		]);
		expect(calls()).toEqual(
			Array.from({ length: Math.ceil(count / 1000) }, (_, page) => [
				feed,
				page === 0 ? 'pageSize' : 'cursor,pageSize',
				200,
			]),
		);
	});

	it('Sale: Get by Date returns every sale of a busy date by six calls', async () => {
		const { ledgerId, ledgerDate } = BUSY_DATE;
		const { outputs } = await run('date');
		const sales = n8n.sandbox.salesOfDate(ledgerId, ledgerDate);
		expect(sales.length).toBeGreaterThan(5000);
		expect(outputs[0]).toEqual(sales.map((entry) => ({ ledgerId, ledgerDate, ...entry })));
		expect(calls()).toHaveLength(6);
	});

	it('the look-ups return what has the reference, by one call each', async () => {
		const { reference, pspReference } = sampleEntry();
		const having = (match: (entry: { reference?: unknown; pspReference?: unknown }) => boolean) =>
			n8n.sandbox
				.sales(ID)
				.filter(match)
				.map((entry) => ({ ledgerId: ID, ...entry }));
		expect((await run('reference')).outputs[0]).toEqual(
			having((entry) => entry.reference === reference),
		);
		expect((await run('pspReference')).outputs[0]).toEqual(
			having((entry) => entry.pspReference === pspReference),
		);
		expect(calls()).toEqual([
			[`${feed}/references/${reference}`, '', 200],
			[`${feed}/psp-references/${pspReference}`, '', 200],
		]);
		expect(n8n.sandbox.issuedTokens).toHaveLength(1);
	});

	it('a ledger that is not granted ends the run with a readable error', async () => {
		const { data } = await run('unknownLedger');
		expect(data.resultData.error).toMatchObject({
			message: 'Could not get the sales feed of ledger not-mine',
			description: expect.stringContaining('Unknown ledger, or no access'),
			httpCode: '404',
		});
	});

	it('the exit code tells whether the workflow failed', async () => {
		const codeOf = async (id: string) =>
			(await runToCode(n8n.environment, ['execute', `--id=${id}`])).code;
		expect(await codeOf('ledgers')).toBe(0);
		expect(await codeOf('unknownLedger')).toBe(1);
	});
});
