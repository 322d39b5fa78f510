import type { AxiosInstance } from 'axios';
import { startSandbox, type ReportEntry, type Sandbox, type Switches } from '../../../sandbox';
import { signedIn } from './client';
import {
	datesFrom,
	entriesOf,
	pagesOfDate,
	pagesOfFeed,
	reportPath,
	total,
	type ReportPage,
} from './money';

const FIRST = '2026-03-09';
const TODAY = '2026-06-15';

let sandbox: Sandbox;
let api: AxiosInstance;
let usual: Switches;

beforeAll(async () => {
	sandbox = await startSandbox({ now: `${TODAY}T12:00:00Z` });
	usual = { ...sandbox.switches };
	api = await signedIn(sandbox);
});
beforeEach(() => Object.assign(sandbox.switches, usual));
afterAll(async () => await sandbox.close());

const allDates = async (ledgerId: string, topic = 'funds') => {
	const dates: ReportEntry[][] = [];
	for (const date of datesFrom(FIRST, TODAY)) {
		dates.push(entriesOf(await pagesOfDate(api, reportPath(ledgerId, topic), date)));
	}
	return dates;
};
const ofType = (entries: ReportEntry[], ...types: string[]) =>
	entries.filter(({ entryType }) => types.includes(entryType));
const keysOf = (entries: ReportEntry[]) => entries.map((entry) => JSON.stringify(entry)).sort();

describe.each(['302321', '302334', '310488', '451207', '0451893', '602118', '602745'])(
	'the money of ledger %s',
	(ledgerId) => {
		it.each(['funds', 'fees'])(
			'is an unbroken chain of balances, date by date: %s',
			async (topic) => {
				let balance = 0;
				for (const entry of (await allDates(ledgerId, topic)).flat()) {
					expect(entry.balanceBefore).toBe(balance);
					balance += entry.amount;
					expect(entry.balanceAfter).toBe(balance);
				}
			},
		);

		it('is the same by date and in the feed, where it is in the order of its times', async () => {
			for (const topic of ['funds', 'fees']) {
				const feed = entriesOf(await pagesOfFeed(api, reportPath(ledgerId, topic)));
				expect(keysOf(feed)).toEqual(keysOf((await allDates(ledgerId, topic)).flat()));
				const times = feed.map(({ time }) => time);
				expect(times).toEqual([...times].sort());
			}
		});

		it('holds each sale that a payment provider took part in, and no cash', async () => {
			const paid = sandbox
				.sales(ledgerId)
				.filter(({ pspReference }) => pspReference !== null)
				.map(({ pspReference, amounts }) => [pspReference, amounts.gross]);
			const sold = ofType((await allDates(ledgerId)).flat(), 'capture', 'refund')
				.filter(({ pspReference }) => String(pspReference).startsWith('9'))
				.map(({ pspReference, amount }) => [pspReference, amount]);
			expect(sold.sort()).toEqual(paid.sort());
		});
	},
);

describe('payouts', () => {
	const payoutDates = async (ledgerId: string) =>
		ofType((await allDates(ledgerId)).flat(), 'payout-scheduled').map(
			({ ledgerDate }) => ledgerDate,
		);
	const weekdayOf = (date: string) => new Date(date).getUTCDay();

	it('are made daily, on Sundays, or on the last of a month, as agreed', async () => {
		expect((await payoutDates('302321')).length).toBeGreaterThan(80);
		expect(new Set((await payoutDates('302334')).map(weekdayOf))).toEqual(new Set([0]));
		expect(await payoutDates('310488')).toEqual(['2026-03-31', '2026-04-30', '2026-05-31']);
	});

	it('are the last of their date, at night, and numbered without a gap', async () => {
		const dates = await allDates('302321');
		const payouts = dates.map((entries) => ofType(entries, 'payout-scheduled'));
		payouts.forEach((found, index) => {
			if (found[0]) expect(dates[index]?.at(-1)).toEqual(found[0]);
		});
		const numbers = payouts.flat().map(({ pspReference }) => String(pspReference));
		expect(numbers).toEqual(numbers.map((_, index) => `302321-${2_000_001 + index}`));
		const [first] = payouts.flat();
		expect(first?.time).toMatch(/T2[23]:[0-5]\d:\d\dZ$/);
		expect(first?.reference).toBe('Utb. 2000001 Vippsnr 123456');
	});

	it('leave nothing behind, but for a rolling reserve', async () => {
		const closing = async (ledgerId: string) =>
			ofType((await allDates(ledgerId)).flat(), 'payout-scheduled').map(
				({ balanceAfter }) => balanceAfter,
			);
		expect(new Set(await closing('302321'))).toEqual(new Set([0]));
		expect(Math.min(...(await closing('602118')).slice(1))).toBeGreaterThan(0);
	});

	it('come to an end while a ledger is below zero, and one comes back', async () => {
		const dates = (await payoutDates('0451893')).filter((date) => date >= '2026-06-08');
		expect(dates[0]).toBe('2026-06-08');
		expect(dates).not.toContain('2026-06-09');
		const funds = (await allDates('302321')).flat();
		const [returned] = ofType(funds, 'payout-aborted');
		const paid = funds.find(
			({ entryType, pspReference }) =>
				entryType === 'payout-scheduled' && pspReference === returned?.pspReference,
		);
		expect(returned?.amount).toBe(-(paid?.amount ?? 0));
	});
});

describe('fees', () => {
	it('are kept back each night, on both ledgers alike, some of them a date late', async () => {
		const [funds, fees] = [await allDates('302321'), await allDates('302321', 'fees')];
		const late = fees.flat().filter((fee) => {
			const capture = funds
				.flat()
				.find((one) => one.entryType === 'capture' && one.pspReference === fee.pspReference);
			return fee.entryType === 'capture-fee' && capture?.ledgerDate !== fee.ledgerDate;
		});
		expect(late.length).toBeGreaterThan(10);
		funds.forEach((entries, index) => {
			const kept = total(ofType(entries, 'fees-retained'));
			expect(total(ofType(fees[index] ?? [], 'fees-retained'))).toBe(0 - kept);
			if (kept !== 0) expect(fees[index]?.at(-1)?.balanceAfter).toBe(0);
		});
	});

	it('are invoiced at the end of a month with gross settlement, and never on funds', async () => {
		expect(ofType((await allDates('451207')).flat(), 'fees-retained')).toEqual([]);
		const invoiced = ofType((await allDates('451207', 'fees')).flat(), 'fees-invoiced');
		expect(invoiced.map(({ ledgerDate }) => ledgerDate)).toEqual([
			'2026-03-31',
			'2026-04-30',
			'2026-05-31',
		]);
	});
});

describe('a date', () => {
	const pageOf = async (ledgerId: string, date: string) =>
		(await api.get<ReportPage>(`${reportPath(ledgerId)}/dates/${date}`)).data;

	it('is open until a payout covers it: for a month, if that is agreed', async () => {
		expect(await pageOf('310488', '2026-05-31')).toMatchObject({ tryLater: false });
		expect(await pageOf('310488', '2026-06-01')).toMatchObject({ tryLater: true });
		expect(await pageOf('302321', '2026-06-14')).toMatchObject({ tryLater: false });
		expect(await pageOf('302321', TODAY)).toMatchObject({ tryLater: true });
		sandbox.switches.dateCloses = 'midnight';
		expect(await pageOf('310488', '2026-06-01')).toMatchObject({ tryLater: false });
		expect(await pageOf('302321', TODAY)).toMatchObject({ tryLater: true });
	});

	it('has a cursor only while there is more, in pages of the size that the server chooses', async () => {
		sandbox.switches.reportPages = 'smallWithHeader';
		sandbox.switches.emptyReportPages = 'between';
		const path = `${reportPath('302321')}/dates/2026-05-16`;
		const first = await api.get<ReportPage>(path);
		expect(first.headers['vipps-feed-page-size']).toBe('100');
		expect(first.data.items).toHaveLength(100);
		const pages = await pagesOfDate(api, reportPath('302321'), '2026-05-16');
		expect(pages.at(-1)).toEqual({ items: expect.any(Array), hasMore: false, tryLater: false });
		expect(pages.filter(({ items }) => items.length === 0).length).toBeGreaterThan(40);
		const small = entriesOf(pages);
		Object.assign(sandbox.switches, usual);
		expect(small).toEqual(entriesOf(await pagesOfDate(api, reportPath('302321'), '2026-05-16')));
	});

	it('and a ledger that is not there answer as the switches say', async () => {
		const status = async (path: string) => (await api.get(path)).status;
		sandbox.switches.openDate = 'notFound';
		expect(await status(`${reportPath('302321')}/dates/${TODAY}`)).toBe(404);
		expect(await status(`${reportPath('999999')}/feed`)).toBe(404);
		sandbox.switches.reportNoAccess = 'empty';
		expect((await api.get<ReportPage>(`${reportPath('999999')}/feed`)).data).toMatchObject({
			items: [],
			tryLater: true,
		});
		expect(await status(`${reportPath('302321', 'sales')}/feed`)).toBe(400);
	});

	it('spells what is missing as the switches say, and names customers only on request', async () => {
		Object.assign(sandbox.switches, {
			...{ payoutReference: 'null', missingHandle: 'null', retentionReference: 'null' },
		});
		const { items } = await pageOf('302321', '2026-06-14');
		expect(items.at(-1)).toMatchObject({ reference: null, recipientHandle: null });
		expect(items.at(-2)).toMatchObject({ entryType: 'fees-retained', pspReference: null });
		expect(items[0]).not.toHaveProperty('name');
		const path = `${reportPath('302321')}/dates/2026-06-14`;
		const asked = await api.get<ReportPage>(path, { params: { includeGDPRSensitiveData: 'true' } });
		expect(asked.data.items[0]).toHaveProperty('maskedPhoneNo');
	});
});
