import { BUSY_DATE, HISTORY_BEGINS, SEASONAL_LEDGER_ID, type Sandbox } from '../../../sandbox';
import { useSandboxes } from './start';

const start = useSandboxes();

/** All sales of all ledgers as text: quick to compare. */
const everything = (sandbox: Sandbox) =>
	sandbox.ledgers().map(({ ledgerId }) => JSON.stringify(sandbox.sales(ledgerId)));
const allSales = (sandbox: Sandbox) =>
	sandbox.ledgers().map(({ ledgerId }) => sandbox.sales(ledgerId));

describe('the history', () => {
	it('is the same for the same seed and another for another seed', async () => {
		const now = '2026-05-10T12:00:00Z';
		const one = await start({ now });
		const same = await start({ now });
		const other = await start({ now, seed: 2 });
		expect(everything(same)).toEqual(everything(one));
		expect(other.ledgers()).toEqual(one.ledgers());
		for (const { ledgerId } of one.ledgers()) {
			const known = new Set(one.sales(ledgerId).map(({ time }) => time));
			const kept = other.sales(ledgerId).filter(({ time }) => known.has(time));
			expect(kept.length).toBeLessThanOrEqual(known.size / 10);
		}
	});

	it('does not change when the clock moves: what was there stays, in its place', async () => {
		const early = '2026-04-28T12:00:00Z';
		const sandbox = await start({ now: early });
		const late = await start({ now: '2026-05-15T09:30:00Z' });
		for (const { ledgerId } of sandbox.ledgers()) {
			const before = sandbox.sales(ledgerId);
			const then = late.sales(ledgerId).slice(0, before.length);
			expect(JSON.stringify(then)).toBe(JSON.stringify(before));
		}
		sandbox.clock.set('2026-05-15T09:30:00Z');
		expect(everything(sandbox)).toEqual(everything(late));
		sandbox.clock.set(early);
		expect(everything(sandbox)).toEqual(everything(await start({ now: early })));
	});

	it('does not depend on the order in which it is asked for', async () => {
		const [forwards, backwards] = [await start(), await start()];
		const dates = ['2026-05-15', '2026-05-16', '2026-05-17', '2026-05-18', '2026-05-19'];
		const there = dates.map((date) => forwards.salesOfDate('310488', date));
		const back = dates.toReversed().map((date) => backwards.salesOfDate('310488', date));
		expect(back.toReversed()).toEqual(there);
	});

	it('gains sales as the clock passes their time, and none before', async () => {
		const sandbox = await start({ now: '2026-06-15T00:00:00Z' });
		const before = sandbox.sales('302321');
		sandbox.clock.advance(12 * 3600);
		const after = sandbox.sales('302321');
		expect(after.length).toBeGreaterThan(before.length);
		const news = after.slice(before.length);
		expect(news.every(({ time }) => time > '2026-06-15T00:00:00Z')).toBe(true);
		expect(news.every(({ time }) => time <= '2026-06-15T12:00:00Z')).toBe(true);

		const [next] = news;
		sandbox.clock.set(next?.time ?? '');
		expect(sandbox.sales('302321').at(-1)?.time).toBe(next?.time);
		sandbox.clock.advance(-1);
		expect(sandbox.sales('302321')).toHaveLength(before.length);
	});

	it('is in time order and begins where the documentation says, for each way of selling', async () => {
		const ledgers = allSales(await start());
		const sales = ledgers.flat();
		for (const [solution, begin] of Object.entries(HISTORY_BEGINS)) {
			const times = sales
				.filter(({ classification }) => classification.solution === solution)
				.map(({ time }) => time)
				.sort();
			expect(times[0]?.slice(0, 10)).toBe(begin.slice(0, 10));
			expect(times[0] && times[0] >= begin).toBe(true);
		}
		for (const ledger of ledgers) {
			const times = ledger.map(({ time }) => time);
			expect(times).toEqual([...times].sort());
		}
	});

	it('is empty before it begins', async () => {
		const sandbox = await start({ now: '2026-03-09T12:44:59Z' });
		expect(allSales(sandbox).flat()).toEqual([]);
		sandbox.clock.set('2026-01-01T00:00:00Z');
		expect(allSales(sandbox).flat()).toEqual([]);
	});

	it('has one date with more than 5000 entries, and otherwise days of ordinary size', async () => {
		const sandbox = await start();
		const { ledgerId, ledgerDate } = BUSY_DATE;
		expect(sandbox.salesOfDate(ledgerId, ledgerDate).length).toBeGreaterThan(5000);
		expect(sandbox.salesOfDate(ledgerId, '2026-05-13').length).toBeLessThan(80);
		expect(sandbox.sales(ledgerId).length).toBeLessThan(20_000);
	});

	it('has a ledger with months in which nothing happens', async () => {
		const sandbox = await start({ now: '2026-12-31T12:00:00Z' });
		const months = new Set(sandbox.sales(SEASONAL_LEDGER_ID).map(({ time }) => time.slice(0, 7)));
		expect([...months].sort()).toEqual(
			expect.arrayContaining(['2026-05', '2026-06', '2026-07', '2026-08']),
		);
		expect(months).not.toContain('2026-03');
		expect(months).not.toContain('2026-10');
	});

	it.each(['2026-05-04', '2026-08-19', '2026-11-22', '2027-02-28', '2028-01-05'])(
		'has sales on most ledgers on the day before %s',
		async (today) => {
			const sandbox = await start({ now: `${today}T09:00:00Z` });
			const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
			const busy = sandbox
				.ledgers()
				.filter(({ ledgerId }) => sandbox.salesOfDate(ledgerId, yesterday).length > 0);
			expect(busy.length).toBeGreaterThanOrEqual(5);
		},
	);

	it.each([
		{
			ledgerId: '302321',
			date: '2026-06-14',
			first: '2026-06-13T22:00:00Z',
			last: '2026-06-14T21:59:59Z',
		},
		{
			ledgerId: '451207',
			date: '2026-06-14',
			first: '2026-06-13T22:00:00Z',
			last: '2026-06-14T21:59:59Z',
		},
		{
			ledgerId: '602118',
			date: '2026-06-14',
			first: '2026-06-13T21:00:00Z',
			last: '2026-06-14T20:59:59Z',
		},
		{
			ledgerId: '302321',
			date: '2026-03-29',
			first: '2026-03-28T23:00:00Z',
			last: '2026-03-29T21:59:59Z',
		},
	])(
		'cuts ledger $ledgerId on $date from midnight to midnight where the merchant is',
		async ({ ledgerId, date, first, last }) => {
			const sandbox = await start();
			const expected = sandbox.sales(ledgerId).filter(({ time }) => time >= first && time <= last);
			expect(sandbox.salesOfDate(ledgerId, date)).toEqual(expected);
			expect(expected.length).toBeGreaterThan(0);
		},
	);

	it('has a sale near midnight that belongs to another date in UTC', async () => {
		const sandbox = await start();
		const strays = Array.from(
			{ length: 30 },
			(_, day) => `2026-05-${String(day + 1).padStart(2, '0')}`,
		)
			.flatMap((date) => sandbox.salesOfDate('302321', date).map(({ time }) => [date, time]))
			.filter(([date, time]) => !time?.startsWith(date ?? ''));
		expect(strays.length).toBeGreaterThan(0);
	});
});
