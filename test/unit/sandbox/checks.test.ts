import axios, { type AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { askForToken, salesPath, signedIn, systemHeaders, type Page } from './client';

let sandbox: Sandbox;
let api: AxiosInstance;

beforeEach(async () => {
	sandbox = await startSandbox({ now: '2026-06-15T12:00:00Z' });
	api = await signedIn(sandbox);
	sandbox.requests.length = 0;
});
afterEach(async () => await sandbox.close());

/** A problem in the documented shape. */
const problem = (status: number, instance: string, names: string[] = []) => ({
	type: expect.any(String),
	title: expect.any(String),
	detail: expect.any(String),
	instance,
	status,
	extraDetails: names.map((name) => ({ name, reason: expect.any(String) })),
	traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
});

describe('the sandbox refuses', () => {
	it.each(['0', '1001', '-1', '1.5', '1e2', 'many', '', '007'])(
		'the page size "%s"',
		async (pageSize) => {
			for (const path of [salesPath('302321'), `${salesPath('302321')}/dates/2026-06-01`]) {
				const { status, data, headers } = await api.get(path, { params: { pageSize } });
				expect(status).toBe(400);
				expect(data).toEqual(problem(400, path, ['pageSize']));
				expect(headers['content-type']).toContain('application/problem+json');
			}
		},
	);

	it.each(['1', '1000'])('not the page size %s', async (pageSize) => {
		expect((await api.get(salesPath('302321'), { params: { pageSize } })).status).toBe(200);
	});

	it.each([
		'2026-02-30',
		'2026-13-01',
		'2026-6-1',
		'20260601',
		'yesterday',
		'2026-06-01T00:00:00Z',
	])('the date "%s"', async (date) => {
		const path = `${salesPath('302321')}/dates/${date}`;
		const { status, data } = await api.get(path);
		expect(status).toBe(400);
		expect(data).toEqual(problem(400, path, ['ledgerDate']));
	});

	it('a cursor that it did not give out, or gave out for something else', async () => {
		const get = async (path: string, params: object = {}) => await api.get<Page>(path, { params });
		const feed = salesPath('302321');
		const date = `${feed}/dates/2026-05-16`;
		const good = (await get(feed, { pageSize: 1 })).data.cursor ?? '';
		const ofDate = (await get(date, { pageSize: 1 })).data.cursor ?? '';
		const ofList = (await get('/settlement/v1/ledgers')).data.cursor ?? '';
		expect((await get(feed, { cursor: good })).status).toBe(200);
		expect((await get(date, { cursor: ofDate })).status).toBe(200);

		const forged = Buffer.from(good, 'base64');
		forged[forged.length - 1] = (forged[forged.length - 1] ?? 0) ^ 1;
		for (const [path, cursor] of [
			[feed, 'nonsense'],
			[feed, '2ScAAAAAAAA='],
			[feed, forged.toString('base64')],
			[feed, good.replace('=', '')],
			[feed, ofDate],
			[feed, ofList],
			[salesPath('451207'), good],
			[date, good],
			[`${feed}/dates/2026-05-15`, ofDate],
			['/settlement/v1/ledgers', good],
		] as const) {
			const { status, data } = await get(path, { cursor });
			expect(status).toBe(400);
			expect(data).toEqual(problem(400, path, ['cursor']));
		}
		const twice = `cursor=${encodeURIComponent(good)}`;
		expect((await api.get(`${feed}?${twice}&${twice}`)).status).toBe(400);
	});

	it('a ledger that these keys may not read', async () => {
		for (const rest of ['', '/dates/2026-06-01', '/references/1', '/psp-references/1']) {
			const path = `${salesPath('999999')}${rest}`;
			const { status, data } = await api.get(path);
			expect(status).toBe(404);
			expect(data).toEqual({ ...problem(404, path), detail: 'No such ledgerId' });
		}
	});

	it('a path that Vipps does not have, and other methods', async () => {
		expect((await api.get('/ecomm/v2/payments')).data).toEqual(problem(404, '/ecomm/v2/payments'));
		expect((await api.post(salesPath('302321'))).status).toBe(404);
		expect((await api.get('/miami/v1/token')).status).toBe(404);
		expect((await api.get('/sales/%zz')).data).toEqual(problem(400, '/sales/%zz'));
	});

	it('with a status in words of digits when the switch problemStatus says so', async () => {
		sandbox.switches.problemStatus = 'string';
		const { status, data } = await api.get(salesPath('999999'));
		expect(status).toBe(404);
		expect(data).toMatchObject({ status: '404' });
	});

	it('nothing for query parameters that it does not know', async () => {
		expect((await api.get(`${salesPath('302321')}?fresh=1`)).status).toBe(200);
	});
});

describe('the request log', () => {
	it('holds every call with its query, headers and status, before the caller has its answer', async () => {
		await api.get(`${salesPath('302321')}?pageSize=5&x=%C3%B8&y=1&y=2`);
		await axios.get(`${sandbox.url}/nowhere/a%2Fb`, { validateStatus: () => true });
		expect(sandbox.requests).toEqual([
			{
				method: 'GET',
				path: '/sales/report/v1/ledgers/302321',
				query: { pageSize: '5', x: 'ø', y: ['1', '2'] },
				headers: expect.objectContaining({ 'vipps-system-name': 'Tests' }),
				status: 200,
				at: expect.any(Number),
				ms: expect.any(Number),
				inFlight: 1,
				systemHeaderComplaints: [],
			},
			expect.objectContaining({ path: '/nowhere/a%2Fb', status: 404 }),
		]);
		expect(sandbox.requests[0]?.ms).toBeGreaterThan(0);
		sandbox.requests.length = 0;
		await askForToken(sandbox, { body: '' });
		expect(sandbox.requests).toMatchObject([{ method: 'POST', status: 400 }]);
	});

	it('says what is wrong with the system headers', async () => {
		await api.get('/settlement/v1/ledgers', {
			headers: {
				'Vipps-System-Name': undefined,
				'Vipps-System-Version': '1'.repeat(31),
				'Vipps-System-Plugin-Name': 'n\u00e6h',
				'Vipps-System-Plugin-Version': '1'.repeat(30),
			},
		});
		expect(sandbox.requests[0]).toMatchObject({
			status: 200,
			systemHeaderComplaints: [
				'Vipps-System-Name is missing',
				expect.stringContaining('Vipps-System-Version must be'),
				expect.stringContaining('Vipps-System-Plugin-Name must be'),
			],
		});
	});

	it('goes on to refuse such calls when the switch systemHeaders says so', async () => {
		sandbox.switches.systemHeaders = 'enforce';
		expect((await api.get('/settlement/v1/ledgers')).status).toBe(200);
		const without = Object.fromEntries(Object.keys(systemHeaders).map((name) => [name, undefined]));
		const path = '/settlement/v1/ledgers';
		expect((await api.get(path, { headers: without })).data).toEqual(
			problem(400, path, Object.keys(systemHeaders)),
		);
		expect((await askForToken(sandbox, { headers: without })).status).toBe(400);
	});
});
