import { importCredentials, importWorkflows } from '../../host/drive/n8n.cts';
import { signIn } from '../../host/drive/rest.cts';
import { startServer, type N8nServer } from '../../host/drive/server.cts';
import { BUSY_DATE } from '../../sandbox/index';
import { connect, connectOnceUp, type McpClient } from '../rigs/n8n/mcpClient.cts';
import { owner } from '../rigs/n8n/setup/owner.cts';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { withPayoutTool } from '../rigs/n8n/payoutTool';
import { publish, readRecipes, withNode } from '../rigs/n8n/recipeRig';

jest.setTimeout(45 * 60_000);

const BEARER = 'The-assistant-s-0wn';
const bearer = { id: 'bearer', name: 'Assistant' };
const { ledgerId, ledgerDate } = BUSY_DATE;
const busyDate = { ledgerId, fromDate: ledgerDate, toDate: ledgerDate };

describe('the tools for AI assistants, by an MCP client over the production URL of a real n8n', () => {
	let n8n: RealN8n;
	let server: N8nServer;
	let client: McpClient;

	beforeAll(async () => {
		n8n = await setUp();
		const recipe = await readRecipes();
		const ofRecipe = withNode(recipe('mcp-tools.json'), 'Vipps sales', {
			credentials: { httpBearerAuth: bearer },
		});
		const tools = withPayoutTool(ofRecipe, 'Vipps sales');
		await importCredentials(n8n.environment, [
			{ ...bearer, type: 'httpBearerAuth', data: { token: BEARER } },
		]);
		await importWorkflows(n8n.environment, [tools]);
		server = await startServer(n8n.environment);
		await publish(await signIn(server.url, owner), tools.id);
		client = await connectOnceUp(url(), BEARER);
	});
	afterAll(async () => {
		await client.close();
		await server.stop();
		await n8n.close();
	});

	const url = () => `${server.url}/mcp/vipps-sales`;
	/** What a model reads: the text of the answer. */
	const call = async (name: string, args: Record<string, unknown>) => {
		const { content, isError = false } = await client.callTool({ name, arguments: args });
		const [{ text }] = content as [{ text: string }];
		return { text, isError };
	};
	const rowsOf = async (name: string, args: Record<string, unknown>) => {
		const { text, isError } = await call(name, args);
		expect({ text, isError }).toEqual({ text: expect.stringMatching(/^\[/), isError: false });
		return JSON.parse(text) as Array<Record<string, unknown>>;
	};
	/** The sales or ledgers, without what the tool says about them. */
	const withoutNotes = (rows: Array<Record<string, unknown>>) =>
		rows.filter((row) => !('note' in row));
	const limitNote = (limit: number) => ({
		note: expect.stringContaining(`The limit of ${limit} was reached`),
	});

	it('nobody gets in without the token', async () => {
		await expect(connect(url(), 'wrong')).rejects.toThrow();
	});

	it('the list says what each tool does and needs, and offers nothing that writes', async () => {
		const { tools } = await client.listTools();
		expect(
			tools
				.sort((one, other) => one.name.localeCompare(other.name))
				.map(({ name, inputSchema: { properties, required } }) => ({
					name,
					takes: Object.keys(properties ?? {}),
					required: required ?? [],
				})),
		).toEqual([
			{
				name: 'Find_order',
				takes: ['ledgerId', 'reference'],
				required: ['ledgerId', 'reference'],
			},
			{
				name: 'Get_payouts',
				takes: ['ledgerId', 'fromDate', 'toDate', 'limit'],
				required: ['ledgerId', 'fromDate', 'toDate', 'limit'],
			},
			{
				name: 'Get_sales_by_date',
				takes: ['ledgerId', 'fromDate', 'toDate', 'limit'],
				required: ['ledgerId', 'fromDate', 'toDate'],
			},
			{ name: 'List_ledgers', takes: ['limit'], required: [] },
		]);
		for (const { description, inputSchema } of tools) {
			expect(description).toMatch(/^(Get|List) .{100}/);
			for (const property of Object.values(inputSchema.properties ?? {})) {
				expect(property).toMatchObject({ description: expect.stringMatching(/.{20}/) });
			}
		}
	});

	it('ledgers, by its own limit or by the one that is asked for', async () => {
		expect(await rowsOf('List_ledgers', {})).toEqual(n8n.sandbox.ledgers());
		expect(await rowsOf('List_ledgers', { limit: 2 })).toEqual([
			...n8n.sandbox.ledgers().slice(0, 2),
			limitNote(2),
		]);
	});

	it('sales of a date as rows: 50 of more than 5000, and never more than 200', async () => {
		const sales = n8n.sandbox.salesOfDate(ledgerId, ledgerDate);
		const rows = await rowsOf('Get_sales_by_date', busyDate);
		expect(rows.at(-1)).toEqual(limitNote(50));
		expect(
			withoutNotes(rows).map(({ time, reference, gross, net, vat }) => [
				time,
				reference,
				gross,
				net,
				vat,
			]),
		).toEqual(
			sales.slice(0, 50).map(({ time, reference, amounts }) => {
				const { gross, net, vat } = amounts;
				return [time, reference, ...[gross, net, vat].map((value) => major(value))];
			}),
		);
		const most = await rowsOf('Get_sales_by_date', { ...busyDate, limit: 5000 });
		expect(withoutNotes(most)).toHaveLength(200);
	});

	it('an order with its refunds, and a note for one that is not there', async () => {
		const sales = n8n.sandbox.sales('602118');
		const reference = sales.find(({ entryType }) => entryType === 'refund')?.reference ?? '';
		const rows = await rowsOf('Find_order', { ledgerId: '602118', reference });
		expect(rows.map(({ time, entryType }) => [time, entryType])).toEqual(
			sales
				.filter((sale) => sale.reference === reference)
				.map(({ time, entryType }) => [time, entryType]),
		);
		expect(await rowsOf('Find_order', { ledgerId: '602118', reference: 'no-such' })).toEqual([
			{ note: expect.stringContaining('Vipps did not find') },
		]);
	});

	it('payouts by Vipps Settlement, in few words', async () => {
		const may = { ledgerId: '451207', fromDate: '2026-05-01', toDate: '2026-05-31' };
		const { text } = await call('Get_payouts', { ...may, limit: 10 });
		expect(text.length).toBeLessThan(10 * 700);
		const rows = JSON.parse(text) as Array<Record<string, unknown>>;
		const noted = rows.filter((row) => 'note' in row).map(({ note }) => String(note));
		expect(noted.join()).toContain('The limit of 10 was reached');
		const scheduled = n8n.sandbox
			.movements('451207', 'funds')
			.filter(({ entryType, ledgerDate }) =>
				/payout-scheduled 2026-05/.test(`${entryType} ${ledgerDate}`),
			);
		expect(withoutNotes(rows).map(({ ledgerDate, payout }) => [ledgerDate, payout])).toEqual(
			scheduled.slice(0, 10).map(({ ledgerDate, amount }) => [ledgerDate, -amount / 100]),
		);
	});

	it.each([
		{
			what: 'a date that is none',
			args: { ...busyDate, toDate: '16/05/2026' },
			says: [/'To Date' must be a date such as 2026-05-16/, /You entered "16\/05\/2026"/],
		},
		{
			what: 'a range that ends before it begins',
			args: { ...busyDate, toDate: '2026-05-01' },
			says: [/'To Date' must be 'From Date' \(2026-05-16\) or later/, /You entered "2026-05-01"/],
		},
		{
			what: 'a ledger that is not granted',
			args: { ...busyDate, ledgerId: 'not-mine' },
			says: [/Could not get the sales of ledger not-mine/, /Select it from the list/],
		},
		{
			what: 'a limit of nothing',
			args: { ...busyDate, limit: 0 },
			says: [/'Limit' must be a whole number from 1/],
		},
	])('$what is an error that tells a model what to change', async ({ args, says }) => {
		const { text, isError } = await call('Get_sales_by_date', args);
		expect(isError).toBe(true);
		for (const words of says) expect(text).toMatch(words);
	});

	const major = (amount?: number | null) => (typeof amount === 'number' ? amount / 100 : null);
});
