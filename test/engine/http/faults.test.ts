import type { Fault } from '../../../sandbox/index';
import { useFaultRig } from '../../rigs/engine/faultRig';
import { operations } from '../../rigs/engine/operations';
import { leaksIn } from '../../rigs/engine/secrets';

const held = useFaultRig();

/** Two calls in a row go wrong, from the second on where there is one; all goes well in the end. */
const survived: Array<{ name: string; fault: Omit<Fault, 'from' | 'times'>; more: number }> = [
	{
		name: '429 from the gateway',
		fault: { kind: 'status', status: 429, shape: 'gateway', retryAfter: '0' },
		more: 2,
	},
	{
		name: '429 without Retry-After',
		fault: { kind: 'status', status: 429, shape: 'problem' },
		more: 2,
	},
	{ name: '408', fault: { kind: 'status', status: 408, shape: 'empty' }, more: 2 },
	{ name: '423', fault: { kind: 'status', status: 423, shape: 'errorCode' }, more: 2 },
	{
		name: '500 as a problem',
		fault: { kind: 'status', status: 500, shape: 'problemStringStatus' },
		more: 2,
	},
	{ name: '502 as HTML', fault: { kind: 'status', status: 502, shape: 'html' }, more: 2 },
	{
		name: '503 with a date that has passed',
		fault: {
			kind: 'status',
			status: 503,
			shape: 'empty',
			retryAfter: 'Mon, 01 Jun 2026 12:00:00 GMT',
		},
		more: 2,
	},
	{ name: '504', fault: { kind: 'status', status: 504, shape: 'codeMessage' }, more: 2 },
	{ name: 'an empty body', fault: { kind: 'emptyBody' }, more: 2 },
	{ name: 'a page of HTML', fault: { kind: 'notJson' }, more: 2 },
	{ name: 'half the JSON', fault: { kind: 'cutJson' }, more: 2 },
	{ name: 'a body that is cut off', fault: { kind: 'truncated' }, more: 2 },
	{ name: 'a connection that is reset', fault: { kind: 'reset' }, more: 2 },
	{
		name: 'a connection that is reset after the headers',
		fault: { kind: 'resetAfterHeaders' },
		more: 2,
	},
	{ name: 'a wrong content type', fault: { kind: 'wrongType' }, more: 0 },
	{ name: 'a late answer', fault: { kind: 'slow', everyMs: 50 }, more: 0 },
	{
		name: 'a token endpoint that is down',
		fault: { kind: 'status', status: 503, path: '/miami' },
		more: 0,
	},
	{ name: 'a token endpoint that is reset', fault: { kind: 'reset', path: '/miami' }, more: 0 },
];

describe.each(operations)('%s', (_, parametersOn) => {
	it.each(survived)(
		'brings the same, by as many calls more as failed, through $name',
		async ({ fault, more }) => {
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

	it.each<{
		name: string;
		fault: Omit<Fault, 'from' | 'times'>;
		count: number;
		description: RegExp;
		httpCode: string | null;
	}>([
		{
			name: '400',
			fault: { kind: 'status', status: 400 },
			count: 1,
			description:
				/^Vipps answered 400: The sandbox was told to fail; sandbox: on command\. Vipps rejected the request\. Check the parameters\. Trace ID for Vipps support: sandbox-trace$/,
			httpCode: '400',
		},
		{
			name: '403',
			fault: { kind: 'status', status: 403, shape: 'gateway' },
			count: 1,
			description: /^Vipps answered 403: The sandbox was told to fail\. Ask the merchant/,
			httpCode: '403',
		},
		{
			name: '404',
			fault: { kind: 'status', status: 404, shape: 'errorCode' },
			count: 1,
			description:
				/^Vipps answered 404: .* (?:Unknown ledger|No sale with this reference).* support: sandbox-context$/,
			httpCode: '404',
		},
		{
			name: 'a redirect',
			fault: { kind: 'redirect', location: 'http://127.0.0.1:1/' },
			count: 1,
			description: /leads to another address/,
			httpCode: '302',
		},
		{
			name: '429 for longer than two minutes',
			fault: { kind: 'status', status: 429, shape: 'gateway', retryAfter: '121' },
			count: 1,
			description: /Run again after .* UTC: Vipps asks to wait 121 seconds\./,
			httpCode: '429',
		},
		{
			name: 'a lasting 500',
			fault: { kind: 'status', status: 500, shape: 'oauth' },
			count: 5,
			description: /^Vipps answered 500: .* Sent 5 times\. Run again later\./,
			httpCode: '500',
		},
		{
			name: 'a lasting 503 as HTML',
			fault: { kind: 'status', status: 503, shape: 'html' },
			count: 5,
			description:
				/^Something between n8n and Vipps answered 503: "Request blocked.*Sent 5 times\./,
			httpCode: '503',
		},
		{
			name: 'lasting nonsense',
			fault: { kind: 'notJson' },
			count: 5,
			description:
				/^Something between n8n and Vipps answered 200, with a web page instead of JSON: .*Sent 5 times\./,
			httpCode: '200',
		},
		{
			name: 'a lasting reset',
			fault: { kind: 'reset' },
			count: 5,
			description: /Sent 5 times\. Run again later\.$/,
			httpCode: null,
		},
		{
			name: 'a token endpoint that stays down',
			fault: { kind: 'status', status: 503, path: '/miami' },
			count: 0,
			description:
				/^Could not get an access token\. Vipps answered 503: .*Trace ID for Vipps support: sandbox-trace\. Sent 5 times\./,
			httpCode: null,
		},
	])(
		'ends on $name with words that help, and leaks nothing',
		async ({ fault, count, description, httpCode }) => {
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

	it('continues with a new token as often as one expires', async () => {
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
		expect(error?.description).toContain('Vipps rejected a newly issued token');
		expect(held.rig.tokens()).toBe(tokens + 1);
	});
});
