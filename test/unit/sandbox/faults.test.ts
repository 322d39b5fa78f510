import type { AxiosInstance } from 'axios';

import { faultTable, startSandbox, type Fault, type Sandbox } from '../../../sandbox';
import { salesPath, signedIn } from './client';

const FEED = salesPath('302321');

describe('the sandbox on command', () => {
	let sandbox: Sandbox;
	let api: AxiosInstance;
	beforeAll(async () => {
		sandbox = await startSandbox({ now: '2026-06-15T12:00:00Z' });
		api = await signedIn(sandbox);
	});
	afterAll(async () => await sandbox.close());
	afterEach(() => {
		sandbox.faults.clear();
		jest.restoreAllMocks();
	});

	const get = async (params = {}, signal?: AbortSignal) =>
		await api.get(FEED, { params, signal, maxRedirects: 0 });
	const misbehaving = async (fault: Fault, params = {}) => {
		sandbox.faults.add(fault);
		return await get(params);
	};

	it('meets the calls it was told to, on the path it was told to, and counts them', async () => {
		sandbox.faults.add({ kind: 'status', status: 503, path: '/sales/', from: 2, times: 2 });
		await api.get('/settlement/v1/ledgers');
		const statuses = [];
		for (let call = 0; call < 4; call++) statuses.push((await get()).status);
		expect(statuses).toEqual([200, 503, 503, 200]);
		expect(sandbox.faults.list()).toEqual([expect.objectContaining({ matched: 4, met: 2 })]);
	});

	it.each([
		{ shape: 'problem', body: { status: 429, traceId: 'sandbox-trace' } },
		{ shape: 'problemStringStatus', body: { status: '429' } },
		{ shape: 'gateway', body: { statusCode: 429, message: expect.any(String) } },
		{ shape: 'codeMessage', body: { code: '429', message: expect.any(String) } },
		{ shape: 'errorCode', body: { errorCode: '429', contextId: 'sandbox-context' } },
		{ shape: 'oauth', body: { error: 'temporarily_unavailable' } },
	] as const)('answers a status in the shape $shape', async ({ shape, body }) => {
		const answer = await misbehaving({ kind: 'status', status: 429, shape, retryAfter: '7' });
		expect(answer.status).toBe(429);
		expect(answer.headers['retry-after']).toBe('7');
		expect(answer.data).toMatchObject(body);
	});

	it('answers HTML, nothing, half the JSON, or a wrong type', async () => {
		expect(
			(await misbehaving({ kind: 'status', status: 502, shape: 'html', times: 1 })).data,
		).toMatch(/^<html>/);
		expect((await misbehaving({ kind: 'notJson', times: 1 })).data).toMatch(/^<html>/);
		expect((await misbehaving({ kind: 'emptyBody', times: 1 })).data).toBe('');
		expect((await misbehaving({ kind: 'cutJson', times: 1 })).data).toMatch(/^\{"items":\[/);
		expect((await misbehaving({ kind: 'wrongType', times: 1 })).headers['content-type']).toContain(
			'html',
		);
		expect((await get()).data.items).toHaveLength(100);
	});

	it.each(['reset', 'resetAfterHeaders', 'truncated', 'stall', 'drip'] as const)(
		'gives no whole answer: %s',
		async (kind) => {
			sandbox.faults.add({ kind, everyMs: 100 });
			await expect(get({}, AbortSignal.timeout(500))).rejects.toThrow();
		},
	);

	it('is late', async () => {
		const start = Date.now();
		await misbehaving({ kind: 'slow', everyMs: 200 });
		expect(Date.now() - start).toBeGreaterThanOrEqual(195);
	});

	it('leads elsewhere', async () => {
		const { status, headers } = await misbehaving({
			kind: 'redirect',
			location: 'http://127.0.0.1:1/',
		});
		expect([status, headers.location]).toEqual([302, 'http://127.0.0.1:1/']);
	});

	it('sends a cursor again, a page again, and pages without items', async () => {
		const first = (await get()).data;
		const params = { cursor: first.cursor };
		const second = (await get(params)).data;
		const repeated = await misbehaving({ kind: 'repeatedCursor', times: 1 }, params);
		expect(repeated.data).toMatchObject({ cursor: first.cursor, hasMore: true });
		await get();
		expect((await misbehaving({ kind: 'duplicatePage', times: 1 }, params)).data).toEqual(first);
		const empty = (await misbehaving({ kind: 'emptyPage', times: 1 }, params)).data;
		expect(empty).toMatchObject({ items: [], hasMore: true });
		expect(empty.cursor).not.toBe(first.cursor);
		expect((await get({ cursor: empty.cursor })).data).toEqual(second);
	});

	it('sends an empty page first only where no filter would be lost by its cursor', async () => {
		const list = async (params = {}) =>
			(await api.get('/settlement/v1/ledgers', { params })).data as { items: object[] };
		const filter = { settlesForRecipientHandles: 'NO:123456' };
		const filtered = await list(filter);
		sandbox.faults.add({ kind: 'emptyPage' });
		expect(await list(filter)).toEqual(filtered);
		expect((await list()).items).toEqual([]);
	});

	it('lets a token die after some calls', async () => {
		sandbox.faults.add({ kind: 'shortToken', calls: 2 });
		const worn = [(await get()).status, (await get()).status, (await get()).status];
		expect(worn).toEqual([200, 200, 401]);
	});

	it('takes only so many calls a second', async () => {
		const now = performance.now();
		const clock = jest.spyOn(performance, 'now').mockReturnValue(now);
		sandbox.faults.add({ kind: 'rateLimit', calls: 3 });
		const answers = await Promise.all(Array.from({ length: 5 }, async () => await get()));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
		clock.mockReturnValue(now + 1000);
		expect((await get()).status).toBe(200);
	});

	it('answers the later the more calls it has, and refuses when too many wait', async () => {
		sandbox.faults.add({ kind: 'congested', calls: 2, everyMs: 20, waiting: 3 });
		const begun = performance.now();
		const answers = await Promise.all(Array.from({ length: 6 }, async () => await get()));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 503]);
		// Five calls, two at a time.
		expect(performance.now() - begun).toBeGreaterThan(55);
		expect((await get()).status).toBe(200);
	});

	it('is told over HTTP, too, and refuses what it does not know', async () => {
		const { data } = await api.post('/_sandbox/faults', { kind: 'status', status: 500 });
		expect(data.faults).toEqual([{ kind: 'status', status: 500, matched: 0, met: 0 }]);
		expect((await get()).status).toBe(500);
		expect((await api.delete('/_sandbox/faults')).status).toBe(204);
		expect((await get()).status).toBe(200);
		expect((await api.get('/_sandbox/faults')).data.table).toEqual(faultTable);
		expect((await api.post('/_sandbox/faults', { kind: 'mood' })).data.detail).toContain(
			'no fault "mood"',
		);
	});
});
