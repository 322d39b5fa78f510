import { found, useAnsweringServer } from '../../rigs/engine/answeringServer';
import { ledger } from '../../rigs/engine/rig';
import { PollRig } from '../../rigs/engine/trigger/pollRig';

const byReference = {
	resource: 'sale',
	operation: 'getByReference',
	output: 'entries',
	ledgerId: ledger('1'),
	reference: 'order',
	options: { ifNotFound: 'empty' },
};
const byDate = {
	resource: 'sale',
	operation: 'getByDate',
	output: 'entries',
	ledgerId: ledger('1'),
	period: 'date',
	date: '2026-05-16',
};
const quota = { statusCode: 403, message: 'Out of call volume quota. Quota will be replenished.' };

describe('an answer', () => {
	const held = useAnsweringServer();

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
		held.answer = () => ({ status, body });
		const { error, items } = await held.run(byReference);
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
		held.answer = () => ({ status: 404, body });
		expect(await held.run(byReference)).toMatchObject({ items: [], error: undefined });
	});

	it.each([
		{ status: 403, body: quota },
		{ status: 404, body: '<p>Busy</p>' },
		{ status: 400, body: {} },
		{ status: 409, body: { title: 'Conflict' } },
	])('$status with a Retry-After is waited for', async ({ status, body }) => {
		let isFirst = true;
		held.answer = () => {
			const reply = isFirst ? { status, body, headers: { 'retry-after': '0.2' } } : found;
			isFirst = false;
			return reply;
		};
		const start = Date.now();
		expect((await held.run(byDate)).items).toHaveLength(1);
		expect(Date.now() - start).toBeGreaterThanOrEqual(190);
	});

	it('403 of a quota tells n8n how long a trigger has to wait', async () => {
		held.answer = () => ({ status: 403, body: quota, headers: { 'retry-after': '60' } });
		const rig = new PollRig({ clientId: 'id', clientSecret: 'secret', baseUrl: held.baseUrl });
		await expect(rig.poll()).rejects.toMatchObject({
			failure: { cause: 'rate-limited', retryAfterMs: 60_000 },
		});
	});

	it.each([
		{ header: '-5', words: 'Run again later.' },
		{ header: '99999999999999999', words: 'more than a year: run again later.' },
		{ header: '121', words: 'Vipps asks to wait 121 seconds.' },
	])('with the Retry-After $header is told in words', async ({ header, words }) => {
		held.answer = () => ({ status: 429, body: {}, headers: { 'retry-after': header } });
		const { error } = await held.run(byDate);
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
		held.tokenAnswer = { status, body };
		const { error } = await held.run(byDate);
		expect(`${error?.message} ${error?.description}`).toMatch(words);
		expect(`${error?.message} ${error?.description}`).toContain('access token');
		expect(held.engine.credential.data.accessToken).toBe('');
		expect(held.calls).toEqual([]);
	});

	it('that repeats the secret or the token is shown without them', async () => {
		const { clientSecret } = held.engine.credential.data;
		const said = (words: string) => ({ status: 400, body: { title: `You sent ${words}` } });
		held.answer = ({ token }) => said(`${token} and ${clientSecret}`);
		const { error } = await held.run(byDate);
		expect(error?.description).toContain('You sent *** and ***');
		held.tokenAnswer = said(String(clientSecret));
		held.engine.credential.data.accessToken = '';
		const refused = await held.run(byDate);
		expect(JSON.stringify(refused)).not.toContain(clientSecret);
		expect(refused.error?.message).toContain('You sent ***');
	});
});
