import { DateTime } from 'luxon';

import { itemsOf, type RunData } from '../../host/drive/execution.cts';
import { execute, importWorkflows } from '../../host/drive/n8n.cts';
import type { SalesEntry } from '../../sandbox/index';
import { ledger } from '../rigs/n8n/operations';
import { now, soldIn, type Period, type Sold } from '../rigs/n8n/recipeTruth';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { sideBySide } from '../rigs/n8n/workflows.cts';

jest.setTimeout(45 * 60_000);

const LEDGER = '302321';
const DATE = '2026-06-14';
const FAR_EAST = 'Pacific/Kiritimati';

const one = { ledgerId: ledger(LEDGER) };
const byDate = { resource: 'sale', operation: 'getByDate', returnAll: true };
const onDate = { ...byDate, period: 'date', date: DATE };

/** Periods of one ledger, with the days that they are of. */
const periods: Array<{ name: string; parameters: object; period: Period }> = [
	{
		name: 'yesterday',
		parameters: {},
		period: (day) => [day.minus({ days: 1 }), day.minus({ days: 1 })],
	},
	{ name: 'today', parameters: { period: 'today' }, period: (day) => [day, day] },
	{
		name: 'the last 7 days',
		parameters: { period: 'last7Days' },
		period: (day) => [day.minus({ days: 7 }), day.minus({ days: 1 })],
	},
	{
		name: 'this month',
		parameters: { period: 'thisMonth' },
		period: (day) => [day.startOf('month'), day],
	},
	{
		name: 'last month',
		parameters: { period: 'lastMonth' },
		period: (day) => [
			day.minus({ months: 1 }).startOf('month'),
			day.minus({ months: 1 }).endOf('month'),
		],
	},
	{
		name: 'today in another time zone',
		parameters: { period: 'today', options: { timeZone: FAR_EAST } },
		period: () => [DateTime.now().setZone(FAR_EAST), DateTime.now().setZone(FAR_EAST)],
	},
	{
		name: 'a date as it is written in Norway',
		parameters: { period: 'date', date: '14.06.2026' },
		period: () => [DateTime.fromISO(DATE), DateTime.fromISO(DATE)],
	},
	{
		name: 'a range of dates',
		parameters: { period: 'dateRange', fromDate: DATE, toDate: '2026-06-16T23:59:59+02:00' },
		period: () => [DateTime.fromISO(DATE), DateTime.fromISO('2026-06-16')],
	},
];

const nodes = {
	...Object.fromEntries(
		periods.map(({ name, parameters }) => [
			name,
			{ parameters: { ...byDate, ...one, ...parameters } },
		]),
	),
	selected: { parameters: { ...onDate, ledgers: 'selected', ledgerIds: ['302334', LEDGER] } },
	all: { parameters: { ...onDate, ledgers: 'all' } },
	raw: { parameters: { ...onDate, ...one, output: 'entries' } },
	lines: { parameters: { ...onDate, ...one, output: 'lines' } },
	limited: {
		parameters: {
			...onDate,
			...one,
			returnAll: false,
			limit: 7,
			options: { pageSize: 3, maxParallel: 1 },
		},
	},
	feed: { parameters: { resource: 'sale', operation: 'getFeed', ...one, limit: 5 } },
	unknown: {
		parameters: {
			...{ resource: 'sale', operation: 'getByReference', ...one, reference: 'no such order' },
			options: { ifNotFound: 'empty' },
		},
	},
};

describe('the parameters of Vipps Sales in a real n8n', () => {
	let n8n: RealN8n;
	let execution: RunData;
	/** What the periods held before and after the execution: midnight may have been in between. */
	let expected: Array<Record<string, Sold[]>>;

	const soldByPeriod = () =>
		Object.fromEntries(
			periods.map(({ name, period }) => [
				name,
				soldIn(n8n.sandbox, period).filter(({ ledgerId }) => ledgerId === LEDGER),
			]),
		);

	beforeAll(async () => {
		n8n = await setUp({ now: now().toUTC().toISO() ?? '' });
		await importWorkflows(n8n.environment, [sideBySide('parameters', nodes)]);
		const before = soldByPeriod();
		execution = await execute(n8n.environment, 'parameters');
		expected = [before, soldByPeriod()];
		expect(execution.data.resultData.error).toBeUndefined();
	});
	afterAll(async () => await n8n.close());

	const given = (node: string, output = 0) =>
		itemsOf(execution, node, output).map(({ json }) => json);
	const placeOf = ({ reference, time }: Partial<SalesEntry>) => `${reference} ${time}`;
	const places = (items: object[]) => items.map((item) => placeOf(item));
	const onTheDate = (ledgerId: string) => n8n.sandbox.salesOfDate(ledgerId, DATE);

	it.each(periods)('Period: $name', ({ name }) => {
		const either = expected.map((sold) => places(sold[name] ?? []));
		expect(either).toContainEqual(places(given(name)));
	});

	it('Ledgers: those that are selected, in their order', () => {
		expect(places(given('selected'))).toEqual(
			places([...onTheDate('302334'), ...onTheDate(LEDGER)]),
		);
	});

	it('Ledgers: all that the keys may read', () => {
		const ledgerIds = n8n.sandbox.ledgers().map(({ ledgerId }) => ledgerId);
		expect(places(given('all'))).toEqual(places(ledgerIds.flatMap(onTheDate)));
	});

	it('Output: each sale as Vipps sent it, or a line for each thing sold', () => {
		const sales = onTheDate(LEDGER);
		const origin = { ledgerId: LEDGER, ledgerDate: DATE };
		expect(given('raw')).toEqual(sales.map((entry) => ({ ...entry, ...origin })));
		const lineIds = sales.flatMap(({ lines }) =>
			lines?.length ? lines.map(({ lineId }) => lineId ?? null) : [null],
		);
		expect(given('lines').map(({ lineId }) => lineId)).toEqual(lineIds);
	});

	it('Limit and Page Size: no more sales and no larger pages than asked for', () => {
		expect(places(given('limited'))).toEqual(places(onTheDate(LEDGER).slice(0, 7)));
	});

	it('Start From: the first sale, where no cursor is entered', () => {
		expect(places(given('feed'))).toEqual(places(n8n.sandbox.sales(LEDGER).slice(0, 5)));
		expect(given('feed', 1)).toEqual([
			expect.objectContaining({ feed: 'sales', ledgerId: LEDGER, count: 5, hasMore: true }),
		]);
	});

	it('If Not Found: nothing, instead of an error', () => {
		expect(given('unknown')).toEqual([]);
	});
});
