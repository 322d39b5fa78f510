import type { Fault } from '../../../sandbox/index';
import { useFaultRig } from '../../rigs/engine/faultRig';
import { operations } from '../../rigs/engine/operations';
import { leaksIn } from '../../rigs/engine/secrets';

const held = useFaultRig();

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

describe.each(operations)('%s', (_, parametersOn) => {
	it.each(survived)(
		'brings the same, by as many calls more as failed, through %s',
		async (_name, fault, more) => {
			const parameters = parametersOn(held.rig.sandbox);
			const expected = await held.rig.run(parameters);
			const calls = held.rig.calls();
			held.rig.sandbox.faults.add({
				...fault,
				from: fault.path || calls.length < 2 ? 1 : 2,
				times: 2,
			});
			if (fault.path) held.rig.engine.credential.data.accessToken = '';
			const run = await held.rig.run(parameters);
			expect(run.error).toBeUndefined();
			expect(run.outputs).toEqual(expected.outputs);
			expect(held.rig.calls()).toHaveLength(calls.length + more);
			expect(held.rig.sandbox.faults.list()[0]?.met).toBeGreaterThan(0);
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
			/^Something between n8n and Vipps answered 503: "Request blocked.*Sent 5 times\./,
			'503',
		],
		[
			'lasting nonsense',
			{ kind: 'notJson' },
			5,
			/^Something between n8n and Vipps answered 200, with a web page instead of JSON: .*Sent 5 times\./,
			'200',
		],
		['a lasting reset', { kind: 'reset' }, 5, /Sent 5 times\. Run again later\.$/, null],
		[
			'a token endpoint that stays down',
			{ kind: 'status', status: 503, path: '/miami' },
			0,
			/^Could not get an access token\. Vipps answered 503: .*Trace ID for Vipps support: sandbox-trace\. Sent 5 times\./,
			null,
		],
	])(
		'ends on %s with words that help, and leaks nothing',
		async (_name, fault, count, description, httpCode) => {
			const parameters = parametersOn(held.rig.sandbox);
			held.rig.sandbox.faults.add(fault);
			if (fault.path) held.rig.engine.credential.data.accessToken = '';
			const run = await held.rig.run(parameters);
			expect(run.items).toEqual([]);
			expect(run.error?.message).toMatch(/^Could not get the (?:ledgers|sales?(?: feed)?)/);
			expect(run.error).toMatchObject({
				description: expect.stringMatching(description),
				httpCode,
			});
			expect(held.rig.calls()).toHaveLength(count);
			expect(leaksIn(run, held.rig.sandbox)).toEqual([]);
		},
	);

	it('goes on with a new token as often as one dies', async () => {
		const parameters = parametersOn(held.rig.sandbox);
		const expected = await held.rig.run(parameters);
		held.rig.sandbox.faults.add({ kind: 'shortToken', calls: 1 });
		const run = await held.rig.run(parameters);
		expect(run.outputs).toEqual(expected.outputs);
	});

	it('ends by words about the keys where no token is any good, after one new token', async () => {
		const parameters = parametersOn(held.rig.sandbox);
		held.rig.sandbox.faults.add({
			kind: 'status',
			status: 401,
			shape: 'gateway',
			path: '/v1/ledgers',
		});
		const tokens = held.rig.tokens();
		const { error } = await held.rig.run(parameters);
		expect(error?.description).toContain('Check the keys in the credential');
		expect(held.rig.tokens()).toBe(tokens + 1);
	});
});
