import { DateTime } from 'luxon';

import { itemsOf } from '../../host/execution.cts';
import { execute, importWorkflows } from '../../host/n8n.cts';
import { BUSY_DATE } from '../../sandbox/index';
import { setUp, type RealN8n } from './realN8n.cts';
import { exampleWorkflows, workflowOf } from './workflows.cts';

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
			workflowOf('feed', { ...sale, operation: 'getFeed', returnAll: true }),
			workflowOf('date', {
				...sale,
				operation: 'getByDate',
				ledgerId: byId(ledgerId),
				date: ledgerDate,
				returnAll: true,
			}),
			workflowOf('reference', { ...sale, operation: 'getByReference', reference }),
			workflowOf('pspReference', { ...sale, operation: 'getByPspReference', pspReference }),
			workflowOf('unknownLedger', { ...sale, operation: 'getFeed', ledgerId: byId('not-mine') }),
			...(await exampleWorkflows()).values(),
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
		const { outputs, exitCode } = await run('ledgers');
		expect({ ledgers: outputs[0], exitCode }).toEqual({
			ledgers: n8n.sandbox.ledgers(),
			exitCode: 0,
		});
		expect(calls()).toEqual([
			['/miami/v1/token', '', 200],
			['/settlement/v1/ledgers', '', 200],
			['/settlement/v1/ledgers', 'cursor', 200],
		]);
	});

	it('Sale: Get From Feed returns every sale and a checkpoint, by the fewest calls and no further token', async () => {
		const { outputs } = await run('feed');
		const count = outputs[0]?.length ?? 0;
		const sales = n8n.sandbox.sales(ID).slice(0, count);
		expect(count).toBeGreaterThan(2000);
		expect(outputs[0]).toEqual(sales.map((entry) => ({ ledgerId: ID, ...entry })));
		expect(outputs[1]).toEqual([
			{ ledgerId: ID, cursor: expect.any(String), count, hasMore: false },
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
		const { exitCode, data } = await run('unknownLedger');
		expect(exitCode).toBe(1);
		expect(data.resultData.error).toMatchObject({
			message: 'Could not get the sales feed of ledger not-mine',
			description: expect.stringContaining('has not granted these keys access'),
			httpCode: '404',
		});
	});

	describe('the example workflows run as they are', () => {
		const runExample = async (file: string) => {
			const workflow = (await exampleWorkflows()).get(file);
			const execution = await execute(n8n.environment, workflow?.id ?? '');
			expect(execution.data.resultData.error).toBeUndefined();
			return (node: string) => itemsOf(execution, node).map(({ json }) => json);
		};
		const minor = (major: unknown) => Math.round(Number(major) * 100);
		const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
		const allSales = () =>
			n8n.sandbox.ledgers().flatMap(({ ledgerId }) => n8n.sandbox.sales(ledgerId));

		it("yesterday's sales of all ledgers", async () => {
			const rows = (await runExample('yesterdays-sales.json'))("Get yesterday's sales");
			const date = DateTime.now().setZone('Europe/Oslo').minus({ days: 1 }).toFormat('yyyy-MM-dd');
			const sales = n8n.sandbox
				.ledgers()
				.flatMap(({ ledgerId }) => n8n.sandbox.salesOfDate(ledgerId, date));
			expect(sales.length).toBeGreaterThan(0);
			expect(rows.map(({ reference, time }) => [reference, time])).toEqual(
				sales.map(({ reference, time }) => [reference, time]),
			);
		});

		it("last month's totals per VAT rate, to the øre", async () => {
			const totals = (await runExample('vat-totals-last-month.json'))('Round to øre');
			const month = DateTime.now().setZone('Europe/Oslo').minus({ months: 1 });
			const dates = Array.from({ length: month.daysInMonth ?? 0 }, (_, day) =>
				month.set({ day: day + 1 }).toFormat('yyyy-MM-dd'),
			);
			const lines = n8n.sandbox
				.ledgers()
				.flatMap(({ ledgerId }) =>
					dates
						.flatMap((date) => n8n.sandbox.salesOfDate(ledgerId, date))
						.flatMap(({ entryType, lines }) =>
							(lines ?? []).map(({ lineTotalGross }) =>
								entryType === 'refund' ? -Math.abs(lineTotalGross) : lineTotalGross,
							),
						),
				);
			expect(sum(totals.map(({ gross }) => minor(gross)))).toBe(sum(lines));
			expect(new Set(totals.map(({ vatRate }) => vatRate))).toContain('25 %');
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
});
