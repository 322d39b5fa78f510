import { itemsOf, type RunData } from '../../host/drive/execution.cts';
import { execute, importWorkflows, type WorkflowImport } from '../../host/drive/n8n.cts';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { readRecipes, withNode } from '../rigs/n8n/recipeRig';
import * as truth from '../rigs/n8n/recipeTruth';
import { storedFiles } from '../rigs/n8n/stored.cts';

jest.setTimeout(45 * 60_000);

const ODD_ID = 'vippsOddTexts001';
const oddTexts = {
	...{ date: '2026-05-16', entryType: '@SUM(A1)', gross: -0.1, net: null, vat: null },
	...{ currency: 'NOK', reference: '=1+1', pspReference: '93023210257003001234' },
	...{ paymentType: '+1', finding: null, ledgerId: '0451893', time: '2026-05-16T10:00:00Z' },
};

/** The workflow with one sale whose texts a spreadsheet may take for something else. */
const withOddTexts = (nightly: WorkflowImport): WorkflowImport => ({
	...withNode(nightly, "Get yesterday's sales", {
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify(oddTexts) },
		credentials: undefined,
	}),
	id: ODD_ID,
});

describe('the recipes that make a file or a report, run in a real n8n', () => {
	let n8n: RealN8n;

	beforeAll(async () => {
		n8n = await setUp();
		const recipe = await readRecipes();
		const nightly = recipe('nightly-sales-xlsx.json');
		await importWorkflows(n8n.environment, [
			nightly,
			withOddTexts(nightly),
			recipe('daily-vat-totals.json'),
			recipe('refunds-last-week.json'),
			recipe('month-end-check.json'),
			recipe('payouts-last-month-xlsx.json'),
		]);
	});
	afterAll(async () => await n8n.close());

	const run = async (id: string) => {
		const execution = await execute(n8n.environment, id);
		expect(execution.data.resultData.error).toBeUndefined();
		return execution;
	};
	const jsonOf = (execution: RunData, node: string) =>
		itemsOf(execution, node).map(({ json }) => json);

	it('an Excel file: one row per sale of yesterday, amounts as numbers, to the øre', async () => {
		const { name, rows } = await sheetOf(await run('vippsNightlyXls1'));
		const yesterday = truth.now().minus({ days: 1 });
		expect(name).toBe(`vipps-sales-${yesterday.toFormat('yyyy-MM-dd')}.xlsx`);
		const [header, ...sold] = rows;
		expect(header).toEqual([
			...['Date', 'Type', 'Gross', 'Net', 'VAT', 'Currency', 'Order', 'PSP reference', 'Payment'],
			...['Finding', 'Ledger', 'Time (UTC)'],
		]);
		const sales = truth.soldIn(n8n.sandbox, truth.yesterday);
		const decimal = (amount: number | null | undefined, isRefund: boolean) =>
			typeof amount === 'number' ? (isRefund ? -Math.abs(amount) : amount) / 100 + 0 : null;
		expect(sales.length).toBeGreaterThan(50);
		expect(sold.map((row) => [...row.slice(0, 9), ...row.slice(10)])).toEqual(
			sales.map((sale) => {
				const { ledgerDate, time, ledgerId, entryType, reference, currency, paymentType } = sale;
				const { gross, net, vat } = sale.amounts;
				const amounts = [gross, net, vat].map((amount) => decimal(amount, truth.isRefund(sale)));
				const order = [reference, sale.pspReference ?? null, paymentType];
				return [ledgerDate, entryType, ...amounts, currency, ...order, ledgerId, time];
			}),
		);
		expect(sold.map((row) => row[9] !== null)).toEqual(sales.map(truth.isBroken));
		expect(truth.sum(sold.map((row) => truth.minor(row[2])))).toBe(
			truth.sum(sales.map(truth.signedGross)),
		);
	});

	it('an Excel file keeps texts as texts: no formula, no digit and no zero is lost', async () => {
		const { rows } = await sheetOf(await run(ODD_ID));
		const { reference, pspReference, ledgerId } = oddTexts;
		expect([rows[1]?.[6], rows[1]?.[7], rows[1]?.[10]]).toEqual([
			reference,
			pspReference,
			ledgerId,
		]);
	});

	it('an Excel file: one row per payout of last month, which is what left the ledger', async () => {
		const { name, rows } = await sheetOf(await run('vippsPayoutsXls1'));
		expect(name).toBe(`vipps-payouts-${truth.now().minus({ months: 1 }).toFormat('yyyy-MM')}.xlsx`);
		const [header, ...payouts] = rows;
		expect(header).toEqual([
			...['Ledger', 'Payout', 'Ledger date', 'From', 'To', 'Opening', 'Sales', 'Refunds', 'Fees'],
			...['Other', 'Paid out', 'Closing', 'Currency', 'Bank text', 'Status', 'Finding'],
		]);
		const paid = truth.paidOutIn(n8n.sandbox, truth.lastMonth);
		expect(paid.length).toBeGreaterThan(100);
		expect(payouts.map((row) => [row[0], row[2], truth.minor(row[10]), row[13]])).toEqual(
			paid.map(({ ledgerId, ledgerDate, amount, reference }) => [
				...[ledgerId, ledgerDate, -amount, reference],
			]),
		);
		for (const row of payouts) {
			const [opening, sales, refunds, fees, other, payout, closing] = row.slice(5, 12);
			const before = [opening, sales, refunds, fees, other].map(truth.minor);
			expect(truth.sum(before)).toBe(truth.minor(payout) + truth.minor(closing));
		}
	});

	it('totals per VAT rate: every øre of yesterday, under its rate or under none', async () => {
		const totals = jsonOf(await run('vippsDailyVat001'), 'Book the totals');
		const sales = truth.soldIn(n8n.sandbox, truth.yesterday);
		const perRate = totals.map(({ ledgerId, vatRate, gross }) => [
			`${String(ledgerId)} ${String(vatRate)}`,
			truth.minor(gross),
		]);
		expect(Object.fromEntries(perRate)).toEqual(truth.grossPerRate(sales));
		expect(truth.sum(perRate.map(([, gross]) => Number(gross)))).toBe(
			truth.sum(sales.map(truth.signedGross)),
		);
		const rated = totals.filter(({ vatRate }) => vatRate !== 'none given');
		expect(rated).not.toEqual([]);
		expect(rated.map(({ net, vat }) => truth.minor(net) + truth.minor(vat))).toEqual(
			rated.map(({ gross }) => truth.minor(gross)),
		);
	});

	it('refunds: each of last week, and their sum per ledger', async () => {
		const execution = await run('vippsRefundWeek1');
		const week = truth.now().minus({ weeks: 1 });
		const refunds = truth
			.soldIn(n8n.sandbox, () => [week.startOf('week'), week.endOf('week')])
			.filter(truth.isRefund);
		expect(refunds.length).toBeGreaterThan(10);
		const list = jsonOf(execution, 'Send the list');
		expect(list.map(({ ledgerId, time, gross }) => [ledgerId, time, truth.minor(gross)])).toEqual(
			refunds.map((sale) => [sale.ledgerId, sale.time, truth.signedGross(sale)]),
		);
		const totals = jsonOf(execution, 'Send the totals');
		expect(
			totals.map((total) => [total.ledgerId, total.refunds, truth.minor(total.gross)]),
		).toEqual(
			[...new Set(refunds.map(({ ledgerId }) => ledgerId))].map((ledgerId) => {
				const own = refunds.filter((sale) => sale.ledgerId === ledgerId);
				return [ledgerId, own.length, truth.sum(own.map(truth.signedGross))];
			}),
		);
	});

	it('the month-end check: exactly the sales without VAT and those that do not add up', async () => {
		const execution = await run('vippsMonthEnd001');
		const sales = truth.soldIn(n8n.sandbox, truth.lastMonth);
		const list = jsonOf(execution, 'Send what needs review');
		const found = (flag: string) =>
			list.filter((item) => item[flag] === 1).map(({ reference, time }) => [reference, time]);
		const expected = (is: (sale: truth.Sold) => boolean) =>
			sales.filter(is).map(({ reference, time }) => [reference, time]);
		expect(found('doesNotAddUp')).toEqual(expected(truth.isBroken));
		expect(found('doesNotAddUp')).not.toEqual([]);
		expect(found('missingVat')).toEqual(expected(truth.vatIsMissing));
		expect(found('missingVat').length).toBeGreaterThan(100);
		const [first] = list.filter(({ doesNotAddUp }) => doesNotAddUp === 1);
		expect(first?.finding).toMatch(/^Order lines add up to \d+\.\d\d, the sale is \d+\.\d\d/);

		const counts = jsonOf(execution, 'Send the counts');
		expect(truth.sum(counts.map((count) => Number(count.sales)))).toBe(sales.length);
		expect(truth.sum(counts.map(({ doNotAddUp }) => Number(doNotAddUp)))).toBe(
			found('doesNotAddUp').length,
		);
		for (const { missingVat, doNotAddUp, complete } of counts) {
			expect(complete).toBe(Number(missingVat) + Number(doNotAddUp) === 0 ? 'yes' : 'no');
		}
	});

	/** The Excel file that a node gave; n8n keeps it on its disk. */
	async function sheetOf(execution: RunData) {
		const { readSheet } = await import('read-excel-file/node');
		const [item] = itemsOf(execution, 'Save or send the file') as Array<{
			binary?: { data?: { id?: string; fileName?: string } };
		}>;
		const { id = '', fileName: name } = item?.binary?.data ?? {};
		const place = id.split('/').at(-1) ?? '';
		const files = [...(await storedFiles(n8n.environment))];
		const [, content] = files.find(([path]) => place !== '' && path.endsWith(place)) ?? [];
		return { name, rows: await readSheet(content ?? Buffer.alloc(0)) };
	}
});
