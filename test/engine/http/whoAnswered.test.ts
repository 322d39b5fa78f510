import type { INodeParameters } from 'n8n-workflow';

import { serveAnything, type Call, type Reply } from '../../rigs/engine/servers/anyServer';
import { Engine, workflowOf } from '../../rigs/engine/engine';
import { PollRig } from '../../rigs/engine/trigger/pollRig';
import { ledger } from '../../rigs/engine/rig';

const byReference = {
	resource: 'sale',
	operation: 'getByReference',
	ledgerId: ledger('1'),
	reference: 'order',
	options: { ifNotFound: 'empty' },
};
const byDate = {
	resource: 'sale',
	operation: 'getByDate',
	ledgerId: ledger('1'),
	date: '2026-05-16',
};
const found = { body: { items: [{ entryType: 'capture', reference: 'order' }], hasMore: false } };
const quota = { statusCode: 403, message: 'Out of call volume quota. Quota will be replenished.' };

describe('an answer', () => {
	let server: Awaited<ReturnType<typeof serveAnything>>;
	let engine: Engine;
	let answer: (call: Call) => Reply;
	let tokenAnswer: Reply | undefined;
	let tokens = 0;
	let calls: Call[];

	beforeAll(async () => {
		const onCall = (call: Call) => {
			calls.push(call);
			return answer(call);
		};
		const onToken = () => {
			tokens++;
			return tokenAnswer;
		};
		server = await serveAnything(onCall, onToken);
	});
	afterAll(async () => await server.close());
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
		tokenAnswer = undefined;
		tokens = 0;
		calls = [];
		answer = () => found;
		engine = new Engine({ clientId: 'id', clientSecret: 'a-secret', baseUrl: server.baseUrl });
	});
	afterEach(() => jest.restoreAllMocks());

	const run = async (parameters: INodeParameters, input: object[] = [{}], more = {}) =>
		await engine.run(workflowOf(parameters, input as never, more));

	it.each([
		{ who: 'a firewall', status: 403, body: '<h1>Blocked</h1>', said: '"Blocked"' },
		{ who: 'a proxy that refuses', status: 403, body: '', said: 'gave no reason' },
		{ who: 'a gateway of a company', status: 404, body: { message: 'No route' }, said: 'No route' },
		{
			who: 'a proxy without a login',
			status: 407,
			body: '<p>Log in</p>',
			said: 'asks for a login',
		},
		{ who: 'a captive portal', status: 401, body: '<p>Buy Wi-Fi</p>', said: 'Buy Wi-Fi' },
	])('of $who is not taken for Vipps’s', async ({ status, body, said }) => {
		answer = () => ({ status, body });
		const { error, items } = await run(byReference);
		expect(items).toEqual([]);
		expect(error?.description).toContain(`Something between n8n and Vipps answered ${status}`);
		expect(error?.description).toContain(said);
		expect(error?.description).not.toMatch(/merchant|keys|^Vipps answered/);
	});

	it.each([
		{ shape: 'problem+json', body: { title: 'Not Found', status: 404 } },
		{ shape: 'the gateway', body: { statusCode: 404, message: 'Resource not found' } },
		{ shape: 'errorCode', body: { errorCode: '404', errorMessage: 'Unknown' } },
	])('404 in the shape of $shape is "not found"', async ({ body }) => {
		answer = () => ({ status: 404, body });
		expect(await run(byReference)).toMatchObject({ items: [], error: undefined });
	});

	it.each([
		{ status: 403, body: quota },
		{ status: 404, body: '<p>Busy</p>' },
		{ status: 400, body: {} },
		{ status: 409, body: { title: 'Conflict' } },
	])('$status with a Retry-After is waited for', async ({ status, body }) => {
		let isFirst = true;
		answer = () => {
			const reply = isFirst ? { status, body, headers: { 'retry-after': '0.2' } } : found;
			isFirst = false;
			return reply;
		};
		const start = Date.now();
		expect((await run(byDate)).items).toHaveLength(1);
		expect(Date.now() - start).toBeGreaterThanOrEqual(190);
	});

	it('403 of a quota tells the host of a trigger how long to wait', async () => {
		answer = () => ({ status: 403, body: quota, headers: { 'retry-after': '60' } });
		const rig = new PollRig({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
		await expect(rig.poll()).rejects.toMatchObject({
			failure: { cause: 'rate-limited', retryAfterMs: 60_000 },
		});
	});

	it('403 that speaks of an expired token gets one new token', async () => {
		answer = () =>
			calls.length === 1 ? { status: 403, body: { title: 'The token has expired' } } : found;
		expect((await run(byDate)).items).toHaveLength(1);
		expect([tokens, calls.length]).toEqual([2, 2]);
	});

	it('401 to all of 300 items costs one more token', async () => {
		answer = () => ({ status: 401, body: { statusCode: 401, message: 'Unauthorized' } });
		const { outputs } = await run(byDate, Array(300).fill({}), {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toHaveLength(300);
		expect(tokens).toBe(2);
		expect(calls.length).toBeLessThan(40);
	});

	it('401 to fifteen calls under way costs one token for all', async () => {
		await run(byDate);
		tokens = 0;
		const { accessToken } = engine.credential.data;
		let good = 1;
		answer = ({ token }) => {
			const isDead = token === accessToken && good-- <= 0;
			return isDead ? { status: 401, body: { statusCode: 401, message: 'Expired' } } : found;
		};
		const { items } = await run(byDate, Array(60).fill({}));
		expect(items).toHaveLength(60);
		expect(tokens).toBe(1);
	});

	it.each([429, 503])('%d that lasts is waited for once in an execution', async (status) => {
		answer = () => ({ status, body: { title: 'Too much' }, headers: { 'retry-after': '0.01' } });
		const { items } = await run(byDate, Array(300).fill({}), { onError: 'continueRegularOutput' });
		expect(items).toHaveLength(300);
		expect(calls.length).toBeLessThan(100);
	});

	it('503 that lasts is waited for once, also where the calls go one by one', async () => {
		answer = () => ({ status: 503, body: '', headers: { 'retry-after': '0.01' } });
		const parameters = { ...byDate, options: { maxParallel: 1 } };
		await run(parameters, Array(50).fill({}), { onError: 'continueRegularOutput' });
		expect(calls).toHaveLength(5 + 1 + 1);
	});

	it('503 of one ledger is no reason to give up the others', async () => {
		answer = ({ segments }) =>
			segments.includes('down') ? { status: 503, body: '', headers: {} } : found;
		const parameters = { ...byDate, ledgerId: ledger('={{ $json.id }}') };
		const input = ['down', '1', 'down', '2', 'down', '3', '4'].map((id) => ({ id }));
		const { items } = await run({ ...parameters, options: { maxParallel: 1 } }, input, {
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ reference, error }) => Boolean(reference) && !error)).toEqual(
			input.map(({ id }) => id !== 'down'),
		);
	});

	it.each([
		{ header: '-5', words: 'Run again later.' },
		{ header: '99999999999999999', words: 'more than a year: run again later.' },
		{ header: '121', words: 'Vipps asks to wait 121 seconds.' },
	])('with the Retry-After $header ends in words', async ({ header, words }) => {
		answer = () => ({ status: 429, body: {}, headers: { 'retry-after': header } });
		const { error } = await run(byDate);
		expect(error?.description).toContain(words);
	});

	it.each([
		{
			status: 403,
			body: { title: 'Forbidden', traceId: 'T-1' },
			words: /answered 403: Forbidden.*T-1/,
		},
		{
			status: 422,
			body: { statusCode: 422, message: 'No scope' },
			words: /answered 422: No scope/,
		},
		{ status: 500, body: { title: 'Broken', traceId: 'T-2' }, words: /answered 500: Broken.*T-2/ },
		{ status: 407, body: '<p>Log in</p>', words: /Something between.* 407.*asks for a login/ },
		{ status: 401, body: '<p>Portal</p>', words: /Something between.* 401.*Portal/ },
		{ status: 200, body: { access_token: 'new\nline' }, words: /no header can carry/ },
		{ status: 200, body: {}, words: /answered without one/ },
	])('$status of the token endpoint keeps its words: $body', async ({ status, body, words }) => {
		tokenAnswer = { status, body };
		const { error } = await run(byDate);
		expect(`${error?.message} ${error?.description}`).toMatch(words);
		expect(`${error?.message} ${error?.description}`).toContain('access token');
		expect(engine.credential.data.accessToken).toBe('');
		expect(calls).toEqual([]);
	});

	it('that repeats the secret or the token is shown without them', async () => {
		const { clientSecret } = engine.credential.data;
		const said = (words: string) => ({ status: 400, body: { title: `You sent ${words}` } });
		answer = ({ token }) => said(`${token} and ${clientSecret}`);
		const { error } = await run(byDate);
		expect(error?.description).toContain('You sent *** and ***');
		tokenAnswer = said(String(clientSecret));
		engine.credential.data.accessToken = '';
		const refused = await run(byDate);
		expect(JSON.stringify(refused)).not.toContain(clientSecret);
		expect(refused.error?.message).toContain('You sent ***');
	});
});
