import axios, { type AxiosInstance } from 'axios';
import { startSandbox, switchNames, type Sandbox } from '../../../sandbox';
import { bannerOf, lineAbout } from '../../../sandbox/cli/banner';
import { COMMAND_LINE_PORT, helpText, optionsFrom } from '../../../sandbox/cli/commandLine';
import { overTheWire, salesPath, signedIn } from './client';

let sandbox: Sandbox;
let control: AxiosInstance;

beforeEach(async () => {
	sandbox = await startSandbox({ now: '2026-06-15T12:00:00Z' });
	control = axios.create({ baseURL: `${sandbox.url}/_sandbox`, validateStatus: () => true });
});
afterEach(async () => await sandbox.close());

describe('over HTTP', () => {
	it('the clock is read, set, advanced and let go', async () => {
		expect((await control.get('/clock')).data).toEqual({
			now: '2026-06-15T12:00:00.000Z',
			running: false,
		});
		await control.put('/clock', { now: '2026-06-20T08:00:00Z' });
		expect((await control.post('/clock/advance', { seconds: 90 })).data).toMatchObject({
			now: '2026-06-20T08:01:30.000Z',
		});
		expect(sandbox.clock.now().toISOString()).toBe('2026-06-20T08:01:30.000Z');
		expect((await control.put('/clock', { now: null })).data).toMatchObject({ running: true });
		expect(Math.abs(sandbox.clock.now().getTime() - Date.now())).toBeLessThan(2000);
		sandbox.clock.advance(3600);
		expect(sandbox.clock.now().getTime() - Date.now()).toBeGreaterThan(3_599_000);
		expect(sandbox.clock.running).toBe(true);
	});

	it('the switches are read and set, and what does not exist is refused', async () => {
		const { data } = await control.get('/switches');
		expect(data).toMatchObject({ switches: { refundSign: 'negative' } });
		await control.patch('/switches', { refundSign: 'positive', feedHasMore: 'absent' });
		expect(sandbox.switches).toMatchObject({ refundSign: 'positive', feedHasMore: 'absent' });
		for (const body of [{ refundSign: 'sideways' }, { nothing: 'x' }, ['refundSign']]) {
			const { status, data: refusal } = await control.patch('/switches', body);
			expect(status).toBe(400);
			expect(refusal).toHaveProperty('detail');
		}
		expect(sandbox.switches.refundSign).toBe('positive');
	});

	it('requests are read and cleared; the control calls are not among them', async () => {
		const api = await signedIn(sandbox);
		await api.get('/settlement/v1/ledgers');
		const { data } = await control.get<{ requests: unknown[] }>('/requests');
		expect(data.requests).toMatchObject([
			{ method: 'POST', path: '/miami/v1/token' },
			{ method: 'GET', path: '/settlement/v1/ledgers' },
		]);
		expect((await control.delete('/requests')).status).toBe(204);
		expect(sandbox.requests).toEqual([]);
	});

	it('tokens are ended', async () => {
		const api = await signedIn(sandbox);
		expect((await control.post('/tokens/expire')).status).toBe(204);
		expect((await api.get(salesPath('302321'))).status).toBe(401);
	});

	it('the truth can be had, for tests in another process', async () => {
		expect((await control.get('/ledgers')).data).toEqual({ ledgers: sandbox.ledgers() });
		expect((await control.get('/ledgers/602118/sales')).data).toEqual({
			sales: overTheWire(sandbox.sales('602118')),
		});
		expect((await control.get('/ledgers/602118/sales?date=2026-06-14')).data).toEqual({
			sales: overTheWire(sandbox.salesOfDate('602118', '2026-06-14')),
		});
	});

	it.each([
		{ method: 'put', path: '/clock', body: { now: 'soon' } },
		{ method: 'put', path: '/clock', body: {} },
		{ method: 'post', path: '/clock/advance', body: { seconds: '5' } },
	] as const)('nonsense is refused: $method $path $body', async ({ method, path, body }) => {
		expect((await control.request({ method, url: path, data: body })).status).toBe(400);
		expect(sandbox.clock.now().toISOString()).toBe('2026-06-15T12:00:00.000Z');
	});
});

describe('the command line', () => {
	it('starts on its own port with everything else as usual', () => {
		expect(optionsFrom({})).toMatchObject({ port: COMMAND_LINE_PORT, switches: {} });
	});

	it('reads every option and switch', () => {
		expect(
			optionsFrom({
				port: '0',
				seed: '7',
				now: '2026-06-15',
				ledgers: '0',
				'refund-sign': 'positive',
			}),
		).toMatchObject({
			port: 0,
			seed: 7,
			now: '2026-06-15',
			ledgerCount: 0,
			switches: { refundSign: 'positive' },
		});
	});

	it.each([
		{ values: { port: 'x' }, complaint: /--port must be a whole number/ },
		{ values: { ledgers: '-1' }, complaint: /ledgerCount/ },
		{ values: { now: 'noon' }, complaint: /instant/ },
		{ values: { 'caught-up-feed': 'x' }, complaint: /caughtUpFeed can be sameCursor/ },
	])('complains about $values', ({ values, complaint }) => {
		expect(() => optionsFrom(values)).toThrow(complaint);
	});

	it('explains itself: every switch, the keys, the address, the ledgers', async () => {
		for (const name of switchNames) {
			expect(helpText()).toContain(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
		}
		const banner = bannerOf(sandbox);
		for (const { ledgerId } of sandbox.ledgers()) expect(banner).toContain(ledgerId);
		for (const text of [sandbox.url, sandbox.clientId, sandbox.clientSecret]) {
			expect(banner).toContain(text);
		}
		await signedIn(sandbox);
		const [request] = sandbox.requests;
		expect(request && lineAbout(request)).toContain('POST /miami/v1/token');
	});
});
