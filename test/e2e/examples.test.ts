import { itemsOf } from '../../host/drive/execution.cts';
import { execute, importWorkflows, type WorkflowImport } from '../../host/drive/n8n.cts';
import { withNode } from '../rigs/n8n/recipeRig';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import * as truth from '../rigs/n8n/recipeTruth';
import { exampleWorkflows } from '../rigs/n8n/workflows.cts';

jest.setTimeout(45 * 60_000);

const HOURLY = 'feed-with-saved-checkpoint.json';
const ALL = 'feed-in-batches.json';
const UNTOUCHED = 'vippsUntouched01';

const placeOf = ({ ledgerId, reference, time }: Record<string, unknown>) =>
	[ledgerId, reference, time].map(String);

describe('the example workflows, run as they are from the command line of a real n8n', () => {
	let n8n: RealN8n;
	beforeAll(async () => {
		n8n = await setUp();
		const examples = await exampleWorkflows();
		const untouched = examples.get(HOURLY) as WorkflowImport;
		for (const file of [HOURLY, ALL]) {
			const replacedStep = withNode(examples.get(file) as WorkflowImport, 'Book the sales', {
				...{ type: 'n8n-nodes-base.noOp', parameters: { errorMessage: undefined } },
			});
			examples.set(file, replacedStep);
		}
		examples.set('untouched', { ...untouched, id: UNTOUCHED });
		await importWorkflows(n8n.environment, [...examples.values()]);
	});
	afterAll(async () => await n8n.close());

	const runExample = async (file: string) => {
		const workflow = (await exampleWorkflows()).get(file);
		const execution = await execute(n8n.environment, workflow?.id ?? '');
		expect(execution.data.resultData.error).toBeUndefined();
		return (node: string) => itemsOf(execution, node).map(({ json }) => json);
	};
	const allSales = () =>
		n8n.sandbox.ledgers().flatMap(({ ledgerId }) => n8n.sandbox.sales(ledgerId));

	it("yesterday's sales of all ledgers", async () => {
		const rows = (await runExample('yesterdays-sales.json'))("Get yesterday's sales");
		const sales = truth.soldIn(n8n.sandbox, truth.yesterday);
		expect(sales.length).toBeGreaterThan(0);
		expect(rows.map(({ reference, time }) => [reference, time])).toEqual(
			sales.map(({ reference, time }) => [reference, time]),
		);
	});

	it("last month's totals per VAT rate: every øre, under its rate or under none", async () => {
		const totals = (await runExample('vat-totals-last-month.json'))('Add up by VAT rate');
		const month = truth.now().minus({ months: 1 });
		const sales = truth.soldIn(n8n.sandbox, truth.lastMonth);
		const perRate = totals.map(({ ledgerId, vatRate, gross }) => [
			`${String(ledgerId)} ${String(vatRate)}`,
			truth.minor(gross),
		]);
		expect(sales.length).toBeGreaterThan(500);
		expect(Object.fromEntries(perRate)).toEqual(truth.grossPerRate(sales));
		expect(new Set(totals.map((total) => total.month))).toEqual(
			new Set([month.toFormat('yyyy-MM')]),
		);
	});

	it('the latest payout of each ledger since the first day of last month', async () => {
		const rows = (await runExample('latest-payouts.json'))('Keep the latest of each ledger');
		const paid = truth.paidOutIn(n8n.sandbox, truth.sinceLastMonth);
		const latest = new Map(paid.map((payout) => [payout.ledgerId, payout]));
		expect(latest.size).toBeGreaterThan(4);
		expect(rows).toHaveLength(latest.size);
		for (const { ledgerId, ledgerDate, payout, bankText } of rows) {
			const shown = { ledgerDate, amount: -truth.minor(payout), reference: bankText };
			expect(latest.get(String(ledgerId))).toMatchObject(shown);
		}
	});

	it('all sales in batches: every sale of every ledger once, in order', async () => {
		const items = await runExample(ALL);
		const booked = items('Book the sales');
		expect(booked.length).toBeGreaterThan(3 * 5000);
		expect(booked).toHaveLength(allSales().length);
		for (const { ledgerId } of n8n.sandbox.ledgers()) {
			const own = booked.filter((row) => row.ledgerId === ledgerId);
			const sold = n8n.sandbox.sales(ledgerId).map((entry) => placeOf({ ledgerId, ...entry }));
			expect(own.map(placeOf)).toEqual(sold);
		}
	});

	it('new sales of every hour: each execution continues after the saved checkpoint', async () => {
		const ids = n8n.sandbox.ledgers().map(({ ledgerId }) => ledgerId);
		const booked: string[][] = [];
		for (const total of [5000, 10_000]) {
			const items = await runExample(HOURLY);
			expect(items('Save checkpoint').map(({ ledgerId, saved }) => [ledgerId, saved])).toEqual(
				ids.map((ledgerId) => [ledgerId, true]),
			);
			booked.push(...items('Book the sales').map(placeOf));
			expect(booked).toHaveLength(total);
		}
		for (const ledgerId of ids) {
			const own = booked.filter(([id]) => id === ledgerId);
			const sold = n8n.sandbox.sales(ledgerId).map((entry) => placeOf({ ledgerId, ...entry }));
			expect(own.length).toBeGreaterThan(0);
			expect(own).toEqual(sold.slice(0, own.length));
		}
	});

	it('new sales of every hour, with its placeholder: it stops, and saves nothing', async () => {
		const { data } = await execute(n8n.environment, UNTOUCHED);
		expect(data.resultData.error?.message).toBe('Replace this node with your accounting step');
		expect(Object.keys(data.resultData.runData)).not.toContain('Save checkpoint');
	});

	it('an order by its reference', async () => {
		const rows = (await runExample('find-an-order.json'))('Find the order');
		const [{ reference } = {}] = rows;
		expect(rows).toHaveLength(allSales().filter((entry) => entry.reference === reference).length);
		expect(rows.length).toBeGreaterThan(0);
	});
});
