import { itemsOf, type RunData } from '../../host/drive/execution.cts';
import { execute, importWorkflows } from '../../host/drive/n8n.cts';
import type { ReportEntry } from '../../sandbox/index';
import { ledger } from '../rigs/n8n/operations';
import { SETTLEMENT_TYPE } from '../rigs/n8n/setup/package.cts';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { sideBySide } from '../rigs/n8n/workflows.cts';

jest.setTimeout(45 * 60_000);

const LEDGER = '302321';
const FROM = '2026-06-01';
const TO = '2026-06-07';

const dates = { period: 'dateRange', fromDate: FROM, toDate: TO, returnAll: true };
const of = (ledgerId: string) => ({ ledgerId: ledger(ledgerId) });

/** The parameters of each operation, by the name of its node. */
const operations: Record<string, object> = {
	payouts: { resource: 'payout', operation: 'getAll', ...of(LEDGER), ...dates },
	'payouts of all': { resource: 'payout', operation: 'getAll', ledgers: 'all', ...dates },
	'payout with all': {
		...{ resource: 'payout', operation: 'getAll', ...of(LEDGER), ...dates, toDate: FROM },
		...{ output: 'raw', options: { includeTransactions: true } },
	},
	transactions: {
		...{ resource: 'transaction', operation: 'getByDate', ...of(LEDGER), ...dates },
		output: 'entries',
	},
	fees: { resource: 'fee', operation: 'getByDate', ...of(LEDGER), ...dates, output: 'entries' },
	'transaction feed': {
		...{ resource: 'transaction', operation: 'getFeed', ...of('602118'), returnAll: true },
		output: 'entries',
	},
	'fee feed': {
		...{ resource: 'fee', operation: 'getFeed', ...of('602118'), returnAll: true },
		output: 'entries',
	},
	statements: { resource: 'statement', operation: 'getByDate', ...of(LEDGER), ...dates },
	save: {
		...{ resource: 'checkpoint', operation: 'save', feed: 'fees' },
		...{ ...of('602118'), cursor: 'abc' },
	},
	get: { resource: 'checkpoint', operation: 'get', feed: 'fees', ...of('602118') },
	clear: { resource: 'checkpoint', operation: 'clear', feed: 'fees', ...of('602118') },
};

describe('Vipps Settlement in a real n8n', () => {
	let n8n: RealN8n;
	let execution: RunData;

	beforeAll(async () => {
		n8n = await setUp({ now: '2026-06-15T18:00:00Z' });
		const nodes = Object.entries(operations).map(([name, parameters]) => {
			return [name, { type: SETTLEMENT_TYPE, parameters }] as const;
		});
		await importWorkflows(n8n.environment, [sideBySide('settlement', Object.fromEntries(nodes))]);
		execution = await execute(n8n.environment, 'settlement');
		expect(execution.data.resultData.error).toBeUndefined();
	});
	afterAll(async () => await n8n.close());

	const given = (node: string, output = 0) =>
		itemsOf(execution, node, output).map(({ json }) => json);

	/** The movements of the week, in the order of dates. */
	const week = (list: 'funds' | 'fees', ledgerId = LEDGER): ReportEntry[] =>
		['01', '02', '03', '04', '05', '06', '07'].flatMap((day) =>
			n8n.sandbox.movementsOfDate(ledgerId, list, `2026-06-${day}`),
		);

	const payoutsIn = (entries: ReportEntry[]) =>
		entries
			.filter(({ entryType }) => entryType === 'payout-scheduled')
			.map(({ pspReference, amount, reference }) => ({
				payoutNumber: String(pspReference).split('-').at(-1),
				payout: -amount / 100,
				bankText: reference,
			}));

	it('Payout: Get Many gives the payouts of a ledger, as they are at the bank', () => {
		const shown = given('payouts').map(({ payoutNumber, payout, bankText }) => {
			return { payoutNumber, payout, bankText };
		});
		expect(shown).toEqual(payoutsIn(week('funds')));
		expect(shown.length).toBeGreaterThan(5);
	});

	it('Payout: Get Many gives those of all ledgers', () => {
		const all = n8n.sandbox.ledgers().flatMap(({ ledgerId }) => payoutsIn(week('funds', ledgerId)));
		expect(given('payouts of all').map(({ payout }) => payout)).toEqual(
			all.map(({ payout }) => payout),
		);
	});

	it('Payout: Get Many gives what a payout is made of, to the øre', () => {
		const [payout] = given('payout with all') as Array<Record<string, ReportEntry[] & number>>;
		const onDate = n8n.sandbox.movementsOfDate(LEDGER, 'funds', FROM);
		expect(payout?.transactions).toEqual(onDate.map((entry) => ({ ledgerId: LEDGER, ...entry })));
		const fees = payout?.feeEntries?.map(({ amount }) => amount) ?? [];
		expect(fees.reduce((total, amount) => total + amount, 0)).toBe(payout?.fees);
		expect(payout).toMatchObject({ finding: null });
	});

	it.each([
		{ node: 'transactions', list: 'funds' as const },
		{ node: 'fees', list: 'fees' as const },
	])('Get by Date gives all $node as they were sent', ({ node, list }) => {
		const sent = week(list).map((entry) => ({ ledgerId: LEDGER, isFinal: true, ...entry }));
		expect(given(node)).toEqual(sent);
	});

	it.each([
		{ node: 'transaction feed', list: 'funds' as const },
		{ node: 'fee feed', list: 'fees' as const },
	])('Get From Feed gives the whole $node, and a checkpoint', ({ node, list }) => {
		const sent = n8n.sandbox.movements('602118', list);
		expect(given(node)).toEqual(sent.map((entry) => ({ ledgerId: '602118', ...entry })));
		expect(given(node, 1)).toEqual([
			{
				...{ feed: list, ledgerId: '602118', cursor: expect.any(String) },
				...{ count: sent.length, hasMore: false },
			},
		]);
	});

	it('Statement: Get by Date opens each date as the one before closed', () => {
		const statements = given('statements');
		expect(statements).toHaveLength(7);
		for (const [index, { opening }] of statements.slice(1).entries()) {
			expect(opening).toBe(statements[index]?.closing);
		}
		const last = week('funds').at(-1);
		expect(statements.at(-1)?.closing).toBe((last?.balanceAfter ?? NaN) / 100);
	});

	it('Checkpoint: saves, gets and clears the checkpoint of a feed', () => {
		expect(given('save')).toMatchObject([{ feed: 'fees', cursor: 'abc', saved: true }]);
		expect(given('get')).toMatchObject([{ feed: 'fees', ledgerId: '602118', cursor: 'abc' }]);
		expect(given('clear')).toMatchObject([{ previousCursor: 'abc', cleared: true }]);
	});
});
