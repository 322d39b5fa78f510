import { sleep, type INodeParameters } from 'n8n-workflow';

import { BUSY_DATE, type Fault } from '../../sandbox/index';
import { workflowOf } from './engine';
import { serveAnswers } from './answers';
import { feedOf, ledger, setUp, type Rig } from './rig';
import { leaksIn } from './secrets';

const ID = '602118';
const LEDGERS = '/settlement/v1/ledgers';
const sale = { resource: 'sale', ledgerId: ledger(ID) };

let rig: Rig;
beforeAll(async () => {
	rig = await setUp();
	const refund = rig.sandbox
		.sales(ID)
		.find((entry) => entry.pspReference && entry.entryType === 'refund');
	lookUps.reference.reference = refund?.reference ?? '';
	lookUps.pspReference.pspReference = refund?.pspReference ?? '';
});
afterAll(async () => await rig.close());
beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
	rig.calls();
});
afterEach(() => {
	jest.restoreAllMocks();
	rig.sandbox.faults.clear();
});

const lookUps = {
	reference: { ...sale, operation: 'getByReference', reference: '' },
	pspReference: { ...sale, operation: 'getByPspReference', pspReference: '' },
};
const operations: Array<[string, INodeParameters]> = [
	['Ledger: Get Many', { resource: 'ledger', operation: 'getAll', returnAll: true }],
	['Get From Feed', { ...sale, operation: 'getFeed', returnAll: true }],
	[
		'Get by Date',
		{
			...sale,
			operation: 'getByDate',
			ledgerId: ledger(BUSY_DATE.ledgerId),
			date: BUSY_DATE.ledgerDate,
			returnAll: true,
		},
	],
	['Get by Reference', lookUps.reference],
	['Get by PSP Reference', lookUps.pspReference],
];

/** A feed of several pages. */
const LONG = BUSY_DATE.ledgerId;
const longFeed = { ...sale, operation: 'getFeed', ledgerId: ledger(LONG), returnAll: true };

/** Two calls in a row go wrong, from the second on where there is one; all goes well in the end. */
const survived: Array<[string, Omit<Fault, 'from' | 'times'>, number]> = [
	['429 from the gateway', { kind: 'status', status: 429, shape: 'gateway', retryAfter: '0' }, 2],
	['429 without Retry-After', { kind: 'status', status: 429, shape: 'problem' }, 2],
	['408', { kind: 'status', status: 408, shape: 'empty' }, 2],
	['423', { kind: 'status', status: 423, shape: 'errorCode' }, 2],
	['500 as a problem', { kind: 'status', status: 500, shape: 'problemStringStatus' }, 2],
	['502 as HTML', { kind: 'status', status: 502, shape: 'html' }, 2],
	[
		'503 with a date that has passed',
		{ kind: 'status', status: 503, shape: 'empty', retryAfter: 'Mon, 01 Jun 2026 12:00:00 GMT' },
		2,
	],
	['504', { kind: 'status', status: 504, shape: 'codeMessage' }, 2],
	['an empty body', { kind: 'emptyBody' }, 2],
	['a page of HTML', { kind: 'notJson' }, 2],
	['half the JSON', { kind: 'cutJson' }, 2],
	['a body that is cut off', { kind: 'truncated' }, 2],
	['a connection that is reset', { kind: 'reset' }, 2],
	['a connection that is reset after the headers', { kind: 'resetAfterHeaders' }, 2],
	['a wrong content type', { kind: 'wrongType' }, 0],
	['a late answer', { kind: 'slow', everyMs: 50 }, 0],
	['a token endpoint that is down', { kind: 'status', status: 503, path: '/miami' }, 0],
	['a token endpoint that is reset', { kind: 'reset', path: '/miami' }, 0],
];

describe.each(operations)('%s', (_, parameters) => {
	it.each(survived)(
		'brings the same, by as many calls more as failed, through %s',
		async (_name, fault, more) => {
			const expected = await rig.run(parameters);
			const calls = rig.calls();
			rig.sandbox.faults.add({
				...fault,
				from: fault.path || calls.length < 2 ? 1 : 2,
				times: 2,
			});
			if (fault.path) rig.engine.credential.data.accessToken = '';
			const run = await rig.run(parameters);
			expect(run.error).toBeUndefined();
			expect(run.outputs).toEqual(expected.outputs);
			expect(rig.calls()).toHaveLength(calls.length + more);
			expect(rig.sandbox.faults.list()[0]?.met).toBeGreaterThan(0);
		},
	);

	it.each<[string, Omit<Fault, 'from' | 'times'>, number, RegExp, string | null]>([
		[
			'400',
			{ kind: 'status', status: 400 },
			1,
			/^Vipps answered 400: The sandbox was told to fail; sandbox: on command\. Check the values.* Trace ID for Vipps support: sandbox-trace$/,
			'400',
		],
		[
			'403',
			{ kind: 'status', status: 403, shape: 'gateway' },
			1,
			/^Vipps answered 403: The sandbox was told to fail\. Ask the merchant/,
			'403',
		],
		[
			'404',
			{ kind: 'status', status: 404, shape: 'errorCode' },
			1,
			/^Vipps answered 404: .* has not granted .* support: sandbox-context$/,
			'404',
		],
		[
			'a redirect',
			{ kind: 'redirect', location: 'http://127.0.0.1:1/' },
			1,
			/leads to another address/,
			'302',
		],
		[
			'429 for longer than two minutes',
			{ kind: 'status', status: 429, shape: 'gateway', retryAfter: '121' },
			1,
			/Run again after .* UTC: Vipps asks to wait 121 seconds\./,
			'429',
		],
		[
			'a lasting 500',
			{ kind: 'status', status: 500, shape: 'oauth' },
			5,
			/^Vipps answered 500: .* Sent 5 times\. Run again later\./,
			'500',
		],
		[
			'a lasting 503 as HTML',
			{ kind: 'status', status: 503, shape: 'html' },
			5,
			/^Vipps answered 503\. Sent 5 times\./,
			'503',
		],
		[
			'lasting nonsense',
			{ kind: 'notJson' },
			5,
			/^Vipps answered "<html>.* instead of JSON\. Sent 5 times\./,
			'200',
		],
		['a lasting reset', { kind: 'reset' }, 5, /Sent 5 times\. Run again later\.$/, null],
		[
			'a token endpoint that stays down',
			{ kind: 'status', status: 503, path: '/miami' },
			0,
			/^Vipps gave no access token: it answered with status 503\. Sent 5 times\./,
			null,
		],
	])(
		'ends on %s with words that help, and leaks nothing',
		async (_name, fault, count, description, httpCode) => {
			rig.sandbox.faults.add(fault);
			if (fault.path) rig.engine.credential.data.accessToken = '';
			const run = await rig.run(parameters);
			expect(run.items).toEqual([]);
			expect(run.error?.message).toMatch(/^Could not get the (?:ledgers|sales?(?: feed)?)/);
			expect(run.error).toMatchObject({
				description: expect.stringMatching(description),
				httpCode,
			});
			expect(rig.calls()).toHaveLength(count);
			expect(leaksIn(run, rig.sandbox)).toEqual([]);
		},
	);

	it('goes on with a new token as often as one dies', async () => {
		const expected = await rig.run(parameters);
		rig.sandbox.faults.add({ kind: 'shortToken', calls: 1 });
		const run = await rig.run(parameters);
		expect(run.outputs).toEqual(expected.outputs);
	});

	it('ends by words about the keys where no token is any good, after one new token', async () => {
		rig.sandbox.faults.add({
			kind: 'status',
			status: 401,
			shape: 'gateway',
			path: '/v1/ledgers',
		});
		const tokens = rig.tokens();
		const { error } = await rig.run(parameters);
		expect(error?.description).toContain('Check the keys in the credential');
		expect(rig.tokens()).toBe(tokens + 1);
	});
});

describe('Retry-After', () => {
	it.each([
		['seconds', () => '1'],
		['a date', () => new Date(Date.now() + 2000).toUTCString()],
	])('is obeyed as %s', async (_, retryAfter) => {
		rig.sandbox.faults.add({ kind: 'status', status: 429, retryAfter: retryAfter(), times: 1 });
		const start = Date.now();
		const { error } = await rig.run({ resource: 'ledger', operation: 'getAll', limit: 1 });
		expect(error).toBeUndefined();
		expect(Date.now() - start).toBeGreaterThanOrEqual(990);
	});
});

describe('a run that the user cancels', () => {
	it('sends nothing any more', async () => {
		rig.sandbox.faults.add({ kind: 'status', status: 503, retryAfter: '1' });
		const input = [{}, {}, {}];
		const json = workflowOf({ resource: 'ledger', operation: 'getAll' }, input, {
			onError: 'continueRegularOutput',
		});
		const run = rig.engine.start(json);
		while (rig.calls().length === 0) await sleep(20);
		run.cancel();
		await expect(run).resolves.toMatchObject({ status: 'canceled' });
		await sleep(2500);
		expect(rig.calls()).toEqual([]);
	});
});

describe('cursors that lead nowhere', () => {
	const byDate = operations[2]?.[1] ?? {};
	const getFeed = longFeed;

	it.each<[string, Omit<Fault, 'times'>, RegExp]>([
		['a cursor that comes again', { kind: 'repeatedCursor', from: 3 }, /cursor \S+ came twice/],
		['a page that comes again', { kind: 'duplicatePage', from: 3 }, /cursor \S+ came twice/],
		[
			'empty pages without end',
			{ kind: 'emptyPage', from: 2 },
			/21 empty pages in a row, the last with cursor/,
		],
	])('end a date by naming ledger and cursor: %s', async (_, fault, why) => {
		rig.sandbox.faults.add({ ...fault, path: '/dates/' });
		const { error, items } = await rig.run(byDate);
		expect(items).toEqual([]);
		expect(error?.message).toBe('Could not get the sales of ledger 302321 on 2026-05-16');
		expect(error?.description).toMatch(why);
	});

	it('do not end a date that has up to 20 empty pages', async () => {
		const expected = await rig.run(byDate);
		rig.sandbox.faults.add({ kind: 'emptyPage', from: 2, times: 20, path: '/dates/' });
		expect((await rig.run(byDate)).items).toEqual(expected.items);
	});

	it('end a feed where its cursor stands still, and lose nothing to the next run', async () => {
		const expected = await rig.run(getFeed);
		rig.sandbox.faults.add({ kind: 'repeatedCursor', from: 3, times: 1 });
		const first = await rig.run(getFeed);
		const checkpoint = first.outputs[1]?.[0]?.json;
		expect(checkpoint).toMatchObject({ count: 3000, hasMore: false });
		const second = await rig.run({ ...getFeed, cursor: checkpoint?.cursor as string });
		const got = new Set([...first.items, ...second.items].map((item) => JSON.stringify(item)));
		expect(got).toEqual(new Set(expected.items.map((item) => JSON.stringify(item))));
	});

	it('end a feed at an empty page, and say that there is more', async () => {
		rig.sandbox.faults.add({ kind: 'emptyPage', from: 2, times: 1 });
		const first = await rig.run(getFeed);
		const checkpoint = first.outputs[1]?.[0]?.json;
		expect(checkpoint).toMatchObject({ count: 1000, hasMore: true });
		const second = await rig.run({ ...getFeed, cursor: checkpoint?.cursor as string });
		expect([...first.items, ...second.items]).toEqual((await rig.run(getFeed)).items);
	});
});

describe('a feed that fails after some pages, under Continue', () => {
	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'gives the whole pages, the error, and a checkpoint from which nothing is lost or doubled (%s)',
		async (onError) => {
			const getFeed = longFeed;
			const expected = await rig.run(getFeed);
			rig.sandbox.faults.add({ kind: 'status', status: 500, from: 3 });
			const { outputs, error } = await rig.run(getFeed, [{}], { onError });
			expect(error).toBeUndefined();
			const errors = outputs.flat().filter(({ json }) => 'error' in json);
			expect(errors.map(({ json }) => json.error)).toEqual([
				`Could not get the sales feed of ledger ${LONG}`,
			]);

			const entries =
				outputs[0]?.filter(({ json }) => !('error' in json)).map(({ json }) => json) ?? [];
			const checkpoint = outputs[1]?.[0]?.json;
			expect(checkpoint).toEqual({
				ledgerId: LONG,
				cursor: expect.any(String),
				count: 2000,
				hasMore: true,
			});
			rig.sandbox.faults.clear();
			const rest = await rig.run({ ...getFeed, cursor: checkpoint?.cursor as string });
			expect([...entries, ...rest.items]).toEqual(expected.items);
		},
	);

	it('gives no checkpoint when not even the first page came', async () => {
		rig.sandbox.faults.add({ kind: 'status', status: 500 });
		const { outputs } = await rig.run(operations[1]?.[1] ?? {}, [{}], {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1] ?? []).toEqual([]);
	});
});

describe('another server', () => {
	it('never gets the token by a redirect', async () => {
		const other = await serveAnswers({ '/': { items: [] } });
		rig.sandbox.faults.add({ kind: 'redirect', location: `${other.baseUrl}/` });
		await rig.run({ resource: 'ledger', operation: 'getAll' });
		expect(other.calls).toEqual([]);
		await other.close();
	});
});

describe('the ledger drop-down', () => {
	it('tries again like the node', async () => {
		rig.sandbox.faults.add({ kind: 'truncated', path: LEDGERS, times: 2 });
		expect((await rig.engine.searchLedgers()).results).toHaveLength(5);
		expect(rig.calls()).toHaveLength(3);
	});
});

describe('the time limit of a call', () => {
	it.each(['stall', 'drip'] as const)(
		'ends a %s after 30 seconds, and the call is sent again',
		async (kind) => {
			rig.sandbox.faults.add({ kind, everyMs: 500, path: feedOf(ID), times: 1 });
			const start = Date.now();
			const { items, error } = await rig.run({ ...sale, operation: 'getFeed', limit: 5 });
			expect(error).toBeUndefined();
			expect(items).toHaveLength(5);
			expect(Date.now() - start).toBeGreaterThan(29_000);
			expect(rig.calls()).toHaveLength(2);
		},
		60_000,
	);
});
