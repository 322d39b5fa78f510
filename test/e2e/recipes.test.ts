import { itemsOf, type RunData } from '../../host/drive/execution.cts';
import { execute, importWorkflows } from '../../host/drive/n8n.cts';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { readRecipes } from '../rigs/n8n/recipeRig';
import * as truth from '../rigs/n8n/recipeTruth';
import { storedFiles } from '../rigs/n8n/stored.cts';

jest.setTimeout(45 * 60_000);

describe('the recipes that make a file or a report, run in a real n8n', () => {
	let n8n: RealN8n;

	beforeAll(async () => {
		n8n = await setUp();
		const recipe = await readRecipes();
		await importWorkflows(n8n.environment, [
			recipe('nightly-sales-csv.json'),
			recipe('daily-vat-totals.json'),
			recipe('refunds-last-week.json'),
			recipe('month-end-check.json'),
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

	it('a CSV file: one row per sale of yesterday, to the øre', async () => {
		const execution = await run('vippsNightlyCsv1');
		const yesterday = truth.now().minus({ days: 1 });
		const file = await binaryOf(execution, 'Save or send the file');
		expect(file.name).toBe(`vipps-sales-${yesterday.toFormat('yyyy-MM-dd')}.csv`);
		const [header, ...rows] = file.text.trim().split(/\r?\n/);
		expect(header).toBe(
			'Date;Time (UTC);Ledger;Type;Order;PSP reference;Currency;Gross;Net;VAT;Payment;Finding',
		);
		const sales = truth.soldIn(n8n.sandbox, truth.yesterday);
		const comma = (amount: number | null | undefined, isRefund: boolean) =>
			typeof amount === 'number'
				? ((isRefund ? -Math.abs(amount) : amount) / 100).toFixed(2).replace('.', ',')
				: '';
		expect(sales.length).toBeGreaterThan(50);
		expect(rows.map((row) => row.split(';').slice(0, 11).join(';'))).toEqual(
			sales.map((sale) => {
				const { ledgerDate, time, ledgerId, entryType, reference, currency, paymentType } = sale;
				const { gross, net, vat } = sale.amounts;
				const amounts = [gross, net, vat].map((amount) => comma(amount, truth.isRefund(sale)));
				const order = [entryType, reference, sale.pspReference ?? '', currency];
				return [ledgerDate, time, ledgerId, ...order, ...amounts, paymentType].join(';');
			}),
		);
		const hasFinding = rows.map((row) => row.split(';').slice(11).join('') !== '');
		expect(hasFinding).toEqual(sales.map(truth.isBroken));
		const kroner = rows.map((row) => row.split(';')[7]?.replace(',', '.'));
		expect(truth.sum(kroner.map(truth.minor))).toBe(truth.sum(sales.map(truth.signedGross)));
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
		const list = jsonOf(execution, 'Send what needs a look');
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

	/** A file that a node gave; n8n keeps it on its disk. */
	async function binaryOf(execution: RunData, node: string) {
		const [item] = itemsOf(execution, node) as Array<{
			binary?: { data?: { id?: string; fileName?: string } };
		}>;
		const { id = '', fileName: name } = item?.binary?.data ?? {};
		const place = id.split('/').at(-1) ?? '';
		const files = [...(await storedFiles(n8n.environment))];
		const [, content] = files.find(([path]) => place !== '' && path.endsWith(place)) ?? [];
		return { name, text: content?.toString('utf8') ?? '' };
	}
});
