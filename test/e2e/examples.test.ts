import { itemsOf } from '../../host/drive/execution.cts';
import { execute, importWorkflows } from '../../host/drive/n8n.cts';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import * as truth from '../rigs/n8n/recipeTruth';
import { exampleWorkflows } from '../rigs/n8n/workflows.cts';

jest.setTimeout(45 * 60_000);

describe('the example workflows, run as they are from the command line of a real n8n', () => {
	let n8n: RealN8n;
	beforeAll(async () => {
		n8n = await setUp();
		await importWorkflows(n8n.environment, [...(await exampleWorkflows()).values()]);
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
		const yesterday = truth.now().minus({ days: 1 });
		const sales = truth.soldBetween(n8n.sandbox, yesterday, yesterday);
		expect(sales.length).toBeGreaterThan(0);
		expect(rows.map(({ reference, time }) => [reference, time])).toEqual(
			sales.map(({ reference, time }) => [reference, time]),
		);
	});

	it("last month's totals per VAT rate: every øre, under its rate or under none", async () => {
		const totals = (await runExample('vat-totals-last-month.json'))('Add up by VAT rate');
		const month = truth.now().minus({ months: 1 });
		const sales = truth.soldBetween(n8n.sandbox, month.startOf('month'), month.endOf('month'));
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

	it('a feed in batches: every sale once, and a last checkpoint', async () => {
		const items = await runExample('feed-in-batches.json');
		const [ledgerId = ''] = n8n.sandbox.ledgers().map((ledger) => ledger.ledgerId);
		const booked = items('Book the entries');
		const sales = n8n.sandbox.sales(ledgerId).slice(0, booked.length);
		expect(booked.map(({ reference, time }) => [reference, time])).toEqual(
			sales.map(({ reference, time }) => [reference, time]),
		);
		expect(booked.length).toBeGreaterThan(5000);
		expect(items('Last checkpoint')).toEqual([
			expect.objectContaining({ ledgerId, hasMore: false }),
		]);
	});

	it('new sales of every hour: each run goes on where the last one saved its position', async () => {
		// Whatever is sold while the test runs is left out on both sides.
		const begun = new Date().toISOString();
		const keysOf = (sales: Array<Record<string, unknown>>) =>
			sales
				.filter(({ time }) => String(time) < begun)
				.map(({ ledgerId, reference, time }) => [ledgerId, reference, time]);
		const ids = n8n.sandbox.ledgers().map(({ ledgerId }) => ledgerId);
		const book = async () => {
			const items = await runExample('feed-with-saved-position.json');
			expect(items('Save the position').map(({ ledgerId, saved }) => [ledgerId, saved])).toEqual(
				ids.map((ledgerId) => [ledgerId, true]),
			);
			return keysOf(items('Book the sales'));
		};
		const batch = (from: number) =>
			ids.flatMap((ledgerId) =>
				keysOf(
					n8n.sandbox
						.sales(ledgerId)
						.slice(from, from + 1000)
						.map((entry) => ({ ledgerId, ...entry })),
				),
			);
		expect(await book()).toEqual(batch(0));
		expect(await book()).toEqual(batch(1000));
	});

	it('an order by its reference', async () => {
		const rows = (await runExample('find-an-order.json'))('Find the order');
		const [{ reference } = {}] = rows;
		expect(rows).toHaveLength(allSales().filter((entry) => entry.reference === reference).length);
		expect(rows.length).toBeGreaterThan(0);
	});
});
