import axios, { type AxiosInstance } from 'axios';
import { startSandbox, type Sandbox, type Topic } from '../../../sandbox';
import { overTheWire, signedIn } from './client';
import { datesFrom, entriesOf, pagesOfDate, pagesOfFeed, reportPath } from './money';

const NOW = '2026-06-15T12:00:00Z';
const bothTopics: Topic[] = ['funds', 'fees'];

describe('the truth about funds and fees', () => {
	let sandbox: Sandbox;
	let api: AxiosInstance;
	beforeAll(async () => {
		sandbox = await startSandbox({ now: NOW });
		api = await signedIn(sandbox);
	});
	beforeEach(() => {
		sandbox.clock.set(NOW);
		sandbox.switches.retentionReference = 'dated';
	});
	afterAll(async () => await sandbox.close());

	it.each(['302334', '451207', '602745'])(
		'is what the feed of ledger %s serves, in its order',
		async (ledgerId) => {
			for (const topic of bothTopics) {
				const served = entriesOf(await pagesOfFeed(api, reportPath(ledgerId, topic)));
				expect(overTheWire(sandbox.movements(ledgerId, topic))).toEqual(served);
				expect(served.length).toBeGreaterThan(50);
			}
		},
	);

	it('is what a date serves, in the order of its balances', async () => {
		for (const topic of bothTopics) {
			for (const date of datesFrom('2026-06-10', '2026-06-15')) {
				const served = entriesOf(await pagesOfDate(api, reportPath('302321', topic), date));
				expect(overTheWire(sandbox.movementsOfDate('302321', topic, date))).toEqual(served);
				expect(served.length).toBeGreaterThan(0);
			}
		}
	});

	it('ends at the clock, and is read as the switches say', () => {
		const before = sandbox.movements('302321', 'funds');
		sandbox.clock.advance(86_400);
		sandbox.switches.payoutReference = 'null';
		const after = sandbox.movements('302321', 'funds');
		sandbox.switches.payoutReference = 'text';
		expect(after.length).toBeGreaterThan(before.length);
		expect(after.slice(before.length).every(({ time }) => time > NOW)).toBe(true);
		const payouts = after.filter(({ entryType }) => entryType === 'payout-scheduled');
		expect(new Set(payouts.map(({ reference }) => reference))).toEqual(new Set([null]));
	});

	it.each([
		{ reading: 'dated', form: /^0451893-20260\d{3}$/ },
		{ reading: 'numbered', form: /^0451893-20000\d\d$/ },
		{ reading: 'opaque', form: /^01[0-9A-Z]{9}-[0-9A-Z]{15}$/ },
		{ reading: 'empty', form: /^$/ },
		{ reading: 'null', form: /^null$/ },
	] as const)('refers to kept fees alike on both lists: $reading', ({ reading, form }) => {
		sandbox.switches.retentionReference = reading;
		const [onFunds, onFees] = bothTopics.map((topic) =>
			sandbox
				.movements('0451893', topic)
				.filter(({ entryType }) => entryType === 'fees-retained')
				.map(({ pspReference }) => String(pspReference)),
		);
		expect(onFunds?.length).toBeGreaterThan(50);
		for (const reference of onFunds ?? []) expect(reference).toMatch(form);
		expect(onFees).toEqual(onFunds);
	});

	it('numbers kept fees like the payout that covers them, whatever date that comes on', () => {
		sandbox.switches.retentionReference = 'numbered';
		const funds = sandbox.movements('302334', 'funds');
		funds.forEach(({ entryType, pspReference }, at) => {
			if (entryType !== 'fees-retained') return;
			const payout = funds.slice(at).find((next) => next.entryType === 'payout-scheduled');
			if (payout) expect(pspReference).toBe(payout.pspReference);
			else expect(pspReference).toBe('302334-2000014');
		});
	});

	it('is refused for a ledger that is not there', () => {
		expect(() => sandbox.movements('999999', 'funds')).toThrow(/no ledger "999999"/);
		expect(() => sandbox.movementsOfDate('999999', 'fees', '2026-06-14')).toThrow(RangeError);
	});

	it.each(bothTopics)('can be had over HTTP, whole and of a date: %s', async (topic) => {
		const control = axios.create({ baseURL: sandbox.url, validateStatus: () => true });
		const get = async (ledgerId: string, params = {}) =>
			await control.get(`/_sandbox/ledgers/${ledgerId}/${topic}`, { params });
		expect((await get('602118')).data).toEqual({
			[topic]: overTheWire(sandbox.movements('602118', topic)),
		});
		expect((await get('602118', { date: '2026-06-14' })).data).toEqual({
			[topic]: overTheWire(sandbox.movementsOfDate('602118', topic, '2026-06-14')),
		});
		sandbox.switches.reportNoAccess = 'empty';
		expect((await get('999999')).status).toBe(404);
		sandbox.switches.reportNoAccess = 'notFound';
	});
});
