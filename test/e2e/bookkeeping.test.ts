import { itemsOf, type RunData } from '../../host/drive/execution.cts';
import { execute, importWorkflows } from '../../host/drive/n8n.cts';
import { ledger } from '../rigs/n8n/operations';
import { BOOKKEEPING_TYPE } from '../rigs/n8n/setup/package.cts';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { sideBySide, type SalesNode } from '../rigs/n8n/workflows.cts';

jest.setTimeout(45 * 60_000);

const sales = {
	...{ resource: 'voucher', operation: 'prepareFromSales' },
	...{ clearingAccount: '1579', interimAccount: '1999', output: 'vouchers' },
};
const kiosk = { ...sales, country: 'FI', cashAccount: '1910', ledgerId: ledger('602745') };
const day = { period: 'date', date: '2026-06-14' };
const may = { period: 'dateRange', fromDate: '2026-05-20', toDate: '2026-05-22' };

/** The parameters of each node, by its name. */
const nodes: Record<string, SalesNode> = {
	vouchers: { parameters: { ...kiosk, ...may } },
	lines: { parameters: { ...kiosk, period: 'date', date: '2026-05-21', output: 'lines' } },
	'separate VAT': {
		parameters: { ...sales, ...day, ledgerId: ledger('302321'), vatPosting: 'lines' },
	},
	'all of Norway': { parameters: { ...sales, ...day, ledgers: 'all' } },
	'one that fails': {
		parameters: { ...sales, ...day, ledgers: 'selected', ledgerIds: ['302321', 'not-mine'] },
		onError: 'continueErrorOutput',
	},
	payouts: {
		parameters: {
			...{ resource: 'voucher', operation: 'prepareFromPayouts', ledgerId: ledger('302334') },
			...{ period: 'dateRange', fromDate: '2026-06-01', toDate: '2026-06-14' },
			...{ clearingAccount: '1579', interimAccount: '1999', output: 'vouchers' },
		},
	},
	summary: {
		parameters: { resource: 'summary', operation: 'get', ledgerId: ledger('602745'), ...day },
	},
	refused: { parameters: { ...kiosk, country: 'NO' }, onError: 'continueRegularOutput' },
};

describe('Vipps Bookkeeping in a real n8n', () => {
	let n8n: RealN8n;
	let execution: RunData;

	beforeAll(async () => {
		n8n = await setUp({ now: '2026-06-15T18:00:00Z' });
		const placed = Object.entries(nodes).map(([name, node]) => {
			return [name, { type: BOOKKEEPING_TYPE, ...node }] as const;
		});
		await importWorkflows(n8n.environment, [sideBySide('vouchers', Object.fromEntries(placed))]);
		execution = await execute(n8n.environment, 'vouchers');
		expect(execution.data.resultData.error).toBeUndefined();
	});
	afterAll(async () => await n8n.close());

	const given = (node: string, output = 0) =>
		itemsOf(execution, node, output).map(({ json }) => json);

	it('gives what is ready at Vouchers, and the rest at Needs Review, balanced', () => {
		expect(given('vouchers')).toMatchObject([{ date: '2026-05-21', status: 'ready', reasons: [] }]);
		expect(given('vouchers', 1).map(({ date, status }) => [date, status])).toEqual([
			['2026-05-20', 'needsReview'],
			['2026-05-22', 'needsReview'],
		]);
		for (const { debit, credit } of given('vouchers', 1)) expect(debit).toBe(credit);
	});

	it('gives a line per item, from the accounts that it proposes', () => {
		const lines = given('lines').map(({ account, amount }) => [account, amount]);
		expect(lines).toEqual([
			['1579', 317.07],
			['1579', -18.74],
			['1910', 82.3],
			['3000', -120],
			['3020', -217.07],
			['3020', 4.5],
			['3040', -62.3],
			['3040', 14.24],
		]);
	});

	it('posts VAT on lines of its own, to the accounts that it proposes', () => {
		const [voucher] = given('separate VAT', 1);
		const lines = voucher?.lines as Array<{ role: string; account: string }>;
		const vat = lines.filter(({ role }) => role === 'vat').map(({ account }) => account);
		expect(new Set(vat)).toEqual(new Set(['2700', '2701']));
	});

	it('gives a voucher of each payout, with its fees on the account that it proposes', () => {
		const vouchers = [...given('payouts'), ...given('payouts', 1)];
		expect(vouchers.length).toBeGreaterThan(1);
		for (const { kind, debit, credit, lines } of vouchers) {
			expect({ kind, debit }).toEqual({ kind: 'payout', debit: credit });
			expect((lines as object[])[0]).toMatchObject({ role: 'fee', account: '7770' });
		}
	});

	it('gives a VAT summary that has all sales of a day', () => {
		const sold = n8n.sandbox
			.salesOfDate('602745', '2026-06-14')
			.filter(({ entryType }) => entryType === 'capture')
			.reduce((sum, { amounts }) => sum + (amounts?.gross ?? 0), 0);
		const rows = given('summary');
		expect(rows.length).toBeGreaterThan(2);
		expect(rows.reduce((sum, { sales }) => sum + Math.round(Number(sales) * 100), 0)).toBe(sold);
	});

	it('leaves out ledgers of other countries', () => {
		const ledgers = [...given('all of Norway'), ...given('all of Norway', 1)];
		expect(ledgers.map(({ ledgerId }) => ledgerId)).toEqual(['302321', '310488']);
	});

	it('gives an error item for a ledger that fails, beside the vouchers of the others', () => {
		expect(given('one that fails', 1).map(({ ledgerId }) => ledgerId)).toEqual(['302321']);
		expect(given('one that fails', 2)).toEqual([{ error: expect.stringContaining('not-mine') }]);
		expect(given('refused')).toMatchObject([
			{ error: "'Country' must be Finland for ledger 602745" },
		]);
	});
});
