import { workflowOf } from '../../rigs/engine/engine';
import { useAnsweringServer } from '../../rigs/engine/answeringServer';
import { setClock } from '../../rigs/engine/clock';
import { ledger } from '../../rigs/engine/rig';

const byDate = { resource: 'sale', operation: 'getByDate', ledgerId: ledger('302321') };

/** Half past midnight and half past eleven at night in Oslo, and the date of the day before. */
const nights = [
	{ title: 'in winter, early', instant: '2026-01-14T23:30:00Z', yesterday: '2026-01-14' },
	{ title: 'in winter, late', instant: '2026-01-15T22:30:00Z', yesterday: '2026-01-14' },
	{ title: 'in summer, early', instant: '2026-07-14T22:30:00Z', yesterday: '2026-07-14' },
	{ title: 'in summer, late', instant: '2026-07-15T21:30:00Z', yesterday: '2026-07-14' },
	{
		title: 'as summer time begins, early',
		instant: '2026-03-28T23:30:00Z',
		yesterday: '2026-03-28',
	},
	{
		title: 'as summer time begins, late',
		instant: '2026-03-29T21:30:00Z',
		yesterday: '2026-03-28',
	},
	{ title: 'as summer time ends, early', instant: '2026-10-24T22:30:00Z', yesterday: '2026-10-24' },
	{ title: 'as summer time ends, late', instant: '2026-10-25T22:30:00Z', yesterday: '2026-10-24' },
	{ title: 'on New Year, early', instant: '2026-12-31T23:30:00Z', yesterday: '2026-12-31' },
	{ title: 'on New Year, late', instant: '2027-01-01T22:30:00Z', yesterday: '2026-12-31' },
];

const workflowZones = ['America/New_York', 'UTC', 'Europe/Oslo', 'Europe/Helsinki', 'Asia/Tokyo'];

describe('Period', () => {
	const held = useAnsweringServer();
	afterEach(() => jest.restoreAllMocks());

	/** The dates that were asked for. */
	const datesOf = async (parameters: object, timezone = 'Europe/Oslo') => {
		held.calls.length = 0;
		const workflow = { ...workflowOf({ ...byDate, ...parameters }), settings: { timezone } };
		const { error } = await held.engine.run(workflow);
		expect(error).toBeUndefined();
		return held.calls.map(({ url }) => /dates\/([\d-]+)/.exec(url)?.[1]).sort();
	};

	it.each(nights)(
		'opens on yesterday of the merchant, in any time zone of the workflow: $title',
		async ({ instant, yesterday }) => {
			setClock(instant);
			for (const zone of workflowZones) expect(await datesOf({}, zone)).toEqual([yesterday]);
		},
	);

	it('follows the option Time Zone: Helsinki is an hour ahead of Oslo', async () => {
		setClock('2026-07-14T21:30:00Z');
		expect(await datesOf({})).toEqual(['2026-07-13']);
		const options = { timeZone: ' Europe/Helsinki ' };
		expect(await datesOf({ options })).toEqual(['2026-07-14']);
	});

	it("is calculated in each merchant's time zone if all ledgers are read", async () => {
		setClock('2026-07-14T21:30:00Z');
		const items = [
			{ ledgerId: 'oslo', currency: 'NOK' },
			{ ledgerId: 'copenhagen', settlesForRecipientHandles: ['DK:1'] },
			{ ledgerId: 'helsinki', currency: 'EUR' },
			{ ledgerId: 'espoo', settlesForRecipientHandles: ['FI:1'] },
			{ ledgerId: 'unknown' },
		];
		held.answer = ({ url }) => ({
			body: { items: url.startsWith('/settlement') ? items : [], hasMore: false },
		});
		const { error } = await held.engine.run(workflowOf({ ...byDate, ledgers: 'all' }));
		expect(error).toBeUndefined();
		const asked = held.calls.flatMap(({ url }) => /ledgers\/(\w+)\/dates\/(.{10})/.exec(url) ?? []);
		expect(asked.filter((_, index) => index % 3 !== 0)).toEqual([
			...['oslo', '2026-07-13', 'copenhagen', '2026-07-13', 'helsinki', '2026-07-14'],
			...['espoo', '2026-07-14', 'unknown', '2026-07-13'],
		]);
	});

	it.each([
		{ period: 'today', first: '2026-05-03', count: 1 },
		{ period: 'last7Days', first: '2026-04-26', count: 7 },
		{ period: 'thisMonth', first: '2026-05-01', count: 3 },
		{ period: 'lastMonth', first: '2026-04-01', count: 30 },
	])('$period gets $count dates from $first', async ({ period, first, count }) => {
		setClock('2026-05-03T10:00:00Z');
		const dates = await datesOf({ period, returnAll: true });
		expect([dates[0], dates.length]).toEqual([first, count]);
	});

	it.each([
		{ given: 'a date', date: '2026-05-16' },
		{ given: 'a date as it is written in the Nordic countries', date: '16.05.2026' },
		{ given: 'a timestamp', date: '2026-05-16T23:30:00-11:00' },
		{ given: 'a DateTime', date: "={{ DateTime.fromISO('2026-05-16T12:00:00') }}" },
		{ given: 'a Date', date: "={{ new Date('2026-05-16T12:00:00Z') }}" },
	])('takes $given as Date', async ({ date }) => {
		expect(await datesOf({ period: 'date', date })).toEqual(['2026-05-16']);
		const range = { period: 'dateRange', fromDate: date, toDate: date };
		expect(await datesOf(range)).toEqual(['2026-05-16']);
	});

	it.each([
		{ parameters: { period: 'week' }, message: /^'Period' must be yesterday, today, / },
		{ parameters: { period: 'date' }, message: /^'Date' must be a date such as 2026-05-16/ },
		{
			parameters: { options: { timeZone: 'Oslo' } },
			message: /^'Time Zone' must be a time zone such as Europe\/Helsinki/,
		},
		{ parameters: { options: { timeZone: true } }, message: /^'Time Zone' must be a text/ },
	])('refuses $parameters before any call', async ({ parameters, message }) => {
		held.calls.length = 0;
		const { error } = await held.engine.run(workflowOf({ ...byDate, ...parameters } as never));
		expect(error?.message).toMatch(message);
		expect(held.calls).toEqual([]);
	});
});
