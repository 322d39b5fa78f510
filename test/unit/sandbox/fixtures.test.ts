import { DATES_OF_ONE_PAYOUT, DOCUMENTED_DAY, PRODUCTION_DAYS } from '../../../sandbox';
import type { ReportEntry, Sandbox, Topic } from '../../../sandbox';
import { optionsFrom } from '../../../sandbox/cli/commandLine';
import { signedIn, type Page } from './client';
import { datesFrom, entriesOf, pagesOfDate, pagesOfFeed, reportPath } from './money';
import { useSandboxes } from './start';

const begin = useSandboxes();
const AFTER = '2026-09-05T12:00:00Z';
const start = async (now = AFTER) =>
	await begin({ now, fixtures: true, tokenLifeSeconds: 1_000_000 });

const [spring, summer] = PRODUCTION_DAYS;
const ids = ['12345', '460017', '21630', '20100'];

/** Type, amount and balance of each entry. */
const amountsOf = (entries: ReportEntry[]) =>
	entries.map(({ entryType, amount, balanceAfter }) => [entryType, amount, balanceAfter]);
const ofDate = (sandbox: Sandbox, ledgerId: string, date: string) => ({
	funds: amountsOf(sandbox.movementsOfDate(ledgerId, 'funds', date)),
	fees: amountsOf(sandbox.movementsOfDate(ledgerId, 'fees', date)),
});

describe('the fixtures', () => {
	it('are served only when they are asked for, behind the other ledgers', async () => {
		const [without, withFixtures] = [await begin(), await start()];
		expect(without.ledgers()).toHaveLength(7);
		expect(() => without.movements('12345', 'funds')).toThrow(RangeError);
		expect(withFixtures.ledgers().slice(0, 7)).toEqual(without.ledgers());
		expect(withFixtures.ledgers().slice(7)).toMatchObject(ids.map((ledgerId) => ({ ledgerId })));
		expect((await begin({ ledgerCount: 0, fixtures: true })).ledgers()).toHaveLength(4);
		expect(optionsFrom({ fixtures: true })).toMatchObject({ fixtures: true });
		expect(optionsFrom({})).toMatchObject({ fixtures: false });
	});

	it('hold the day that the Report API guide shows, as it shows it', async () => {
		const sandbox = await start();
		const { ledgerId, ledgerDate } = DOCUMENTED_DAY;
		expect(ofDate(sandbox, ledgerId, ledgerDate)).toEqual({
			funds: [
				['capture', 10_000, 10_000],
				['capture', 10_000, 20_000],
				['capture', 20_000, 40_000],
				['refund', -10_000, 30_000],
				['fees-retained', -1_200, 28_800],
				['payout-scheduled', -28_800, 0],
			],
			fees: [
				['capture-fee', -400, -400],
				['capture-fee', -400, -800],
				['capture-fee', -400, -1_200],
				['fees-retained', 1_200, 0],
			],
		});
		expect(sandbox.movements(ledgerId, 'funds').at(-1)).toMatchObject({
			pspReference: '12345-2000023',
			reference: 'Vipps utbet. 2000023 Vippsnr 57860',
		});
	});

	it('hold two days of production', async () => {
		const sandbox = await start();
		expect(ofDate(sandbox, spring.ledgerId, spring.ledgerDate)).toEqual({
			funds: [
				['capture', 270_000, 270_000],
				['fees-retained', -4_725, 265_275],
				['payout-scheduled', -265_275, 0],
			],
			fees: [
				['capture-fee', -4_725, -4_725],
				['fees-retained', 4_725, 0],
			],
		});
		expect(sandbox.movements(spring.ledgerId, 'funds')).toMatchObject([
			{ time: '2026-03-23T13:24:30Z' },
			{ time: '2026-03-23T23:23:17Z', pspReference: '460017-20260323', reference: '' },
			{
				time: '2026-03-23T23:23:17Z',
				pspReference: '460017-2000167',
				reference: 'Utb. 2000167 Vippsnr 548005',
			},
		]);
		expect(ofDate(sandbox, summer.ledgerId, summer.ledgerDate)).toEqual({
			funds: [
				['capture', 400_000, 400_000],
				['fees-retained', -7_000, 393_000],
				['payout-scheduled', -393_000, 0],
			],
			fees: [
				['capture-fee', -7_000, -7_000],
				['fees-retained', 7_000, 0],
			],
		});
		const [payout] = sandbox.movements(summer.ledgerId, 'funds').slice(-1);
		expect(payout?.pspReference).toBe('21630-2000400');
	});

	it('hold a payout that covers a date below zero and the date that recovers', async () => {
		const sandbox = await start();
		const { ledgerId, ledgerDates } = DATES_OF_ONE_PAYOUT;
		const funds = sandbox.movements(ledgerId, 'funds');
		const payouts = funds.filter(({ entryType }) => entryType === 'payout-scheduled');
		expect(payouts).toMatchObject([
			{ ledgerDate: ledgerDates[0], pspReference: '20100-2000101', balanceAfter: 0 },
			{ ledgerDate: ledgerDates[2], pspReference: '20100-2000102', balanceAfter: 0 },
		]);
		const [, below, recovered] = ledgerDates.map((date) =>
			sandbox.movementsOfDate(ledgerId, 'funds', date),
		);
		expect(below?.at(-1)?.balanceAfter).toBeLessThan(0);
		const covered = [...(below ?? []), ...(recovered ?? [])].slice(0, -1);
		expect(covered.reduce((sum, { amount }) => sum + amount, 0)).toBe(-(payouts[1]?.amount ?? 0));
	});

	it.each(ids)('are unbroken chains, the same by date and in the feed: %s', async (ledgerId) => {
		const sandbox = await start();
		const api = await signedIn(sandbox);
		for (const topic of ['funds', 'fees'] satisfies Topic[]) {
			const path = reportPath(ledgerId, topic);
			const feed = entriesOf(await pagesOfFeed(api, path));
			expect(feed.length).toBeGreaterThan(1);
			const dates = [...new Set(feed.map(({ ledgerDate }) => ledgerDate))];
			const byDate: ReportEntry[] = [];
			for (const date of dates) byDate.push(...entriesOf(await pagesOfDate(api, path, date)));
			expect(byDate).toEqual(feed);
			let balance = 0;
			for (const { balanceBefore, amount, balanceAfter } of feed) {
				expect([balanceBefore, balanceAfter]).toEqual([balance, balance + amount]);
				balance = balanceAfter;
			}
			expect(balance).toBe(0);
		}
	});
});

describe('dates around the fixtures', () => {
	it('hold nothing', async () => {
		const sandbox = await start();
		const around = {
			'12345': ['2022-09-30', '2022-10-02'],
			'460017': ['2026-03-22', '2026-03-24'],
		};
		for (const [ledgerId, dates] of Object.entries(around)) {
			expect(sandbox.sales(ledgerId)).toEqual([]);
			for (const date of [...dates, ...datesFrom('2026-06-01', '2026-06-30')]) {
				expect(ofDate(sandbox, ledgerId, date)).toEqual({ funds: [], fees: [] });
			}
		}
	});

	it('come when the clock gets there, and close with the payout that covers them', async () => {
		const sandbox = await start('2026-08-31T22:09:59Z');
		const api = await signedIn(sandbox);
		const open = async (ledgerId: string, date: string) =>
			(await api.get<Page & { tryLater: boolean }>(`${reportPath(ledgerId)}/dates/${date}`)).data;
		expect(sandbox.movements('21630', 'funds')).toHaveLength(1);
		expect(await open('21630', '2026-08-31')).toMatchObject({ tryLater: true });
		sandbox.clock.advance(1);
		expect(sandbox.movements('21630', 'funds')).toHaveLength(3);
		expect(await open('21630', '2026-08-31')).toMatchObject({ tryLater: false });
		expect(sandbox.movements('20100', 'funds')).toEqual([]);
		sandbox.clock.set('2026-09-03T12:00:00Z');
		expect(await open('20100', '2026-09-01')).toMatchObject({ tryLater: false });
		expect(await open('20100', '2026-09-02')).toMatchObject({ tryLater: true });
		sandbox.clock.set(AFTER);
		expect(await open('20100', '2026-09-02')).toMatchObject({ tryLater: false });
		expect(await open('12345', DOCUMENTED_DAY.ledgerDate)).toMatchObject({ tryLater: false });
	});
});
