import type { RunItem } from '../../host/drive/execution.cts';
import type { Fault } from '../../sandbox/index';
import { setUpFaults, type FaultRig } from '../rigs/n8n/faultRig';
import { faultFor } from '../rigs/n8n/operations';

jest.setTimeout(45 * 60_000);

const TOKEN = '/miami/v1/token';

describe('faults of the API in a real n8n', () => {
	let rig: FaultRig;
	/** What a run without faults brings. */
	let expected: Record<string, RunItem[]>;

	beforeAll(async () => {
		rig = await setUpFaults();
		expected = await rig.run([]);
	});
	afterAll(async () => await rig.close());

	it('there are none at first: every operation brings something, by its fewest calls', async () => {
		const { sandbox, operations, statuses, callCounts } = rig;
		expect(Object.values(expected).map(({ length }) => length)).toEqual([
			sandbox.ledgers().length,
			30,
			30,
			expect.any(Number),
			1,
			...[1, expect.any(Number), 2],
		]);
		for (const items of Object.values(expected)) expect(items).not.toEqual([]);
		for (const { error } of Object.values(expected).flat()) expect(error).toBeUndefined();
		expect(callCounts()).toEqual(operations.map(({ calls }) => calls));
		expect(statuses(TOKEN)).toEqual([200]);
	});

	it.each<{ what: string; fault: Fault }>([
		{ what: 'a 503', fault: { kind: 'status', status: 503, shape: 'html' } },
		{ what: 'a connection that is reset', fault: { kind: 'reset' } },
		{
			what: 'a connection that is reset behind the headers',
			fault: { kind: 'resetAfterHeaders' },
		},
		{ what: 'a body that is cut off', fault: { kind: 'truncated' } },
		{ what: 'half the JSON', fault: { kind: 'cutJson' } },
	])('$what is survived: the same items, by one call more', async ({ fault }) => {
		const { operations, run, callCounts } = rig;
		expect(await run(faultFor(operations, { ...fault, times: 1 }))).toEqual(expected);
		expect(callCounts()).toEqual(operations.map(({ calls }) => calls + 1));
	});

	it('a 429 is survived, and its Retry-After obeyed', async () => {
		const { operations, run, callCounts, answers } = rig;
		const fault: Fault = {
			kind: 'status',
			status: 429,
			shape: 'gateway',
			retryAfter: '2',
			times: 1,
		};
		expect(await run(faultFor(operations, fault))).toEqual(expected);
		expect(callCounts()).toEqual(operations.map(({ calls }) => calls + 1));
		const waits = answers.flatMap(({ status, at }, index) =>
			status === 429 ? [(answers[index + 1]?.at ?? 0) - at] : [],
		);
		expect(waits).toHaveLength(operations.length);
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(1990);
		expect(Math.max(...waits)).toBeLessThan(4000);
	});

	it('tokens that die amid the pages are replaced, and no page is fetched twice', async () => {
		const { operations, run, statuses, answers } = rig;
		expect(await run([{ kind: 'shortToken', calls: 2 }])).toEqual(expected);
		const good = operations.flatMap(({ calls }) => Array<number>(calls).fill(200));
		const expectedStatuses = good.flatMap((status, index) =>
			index > 0 && index % 2 === 0 ? [401, 200, status] : [status],
		);
		expect(answers.map(({ status }) => status)).toEqual(expectedStatuses);
		expect(statuses(TOKEN)).toHaveLength(good.length / 2 - 1);
	});

	it('a token endpoint that is down for two calls is survived', async () => {
		const { sandbox, operations, run, statuses, callCounts } = rig;
		sandbox.expireTokens();
		expect(
			await run([{ kind: 'status', status: 503, shape: 'html', path: TOKEN, times: 2 }]),
		).toEqual(expected);
		expect(statuses(TOKEN)).toEqual([503, 503, 200]);
		expect(statuses('/settlement/v1/ledgers')).toEqual([401, 200, 200]);
		expect(callCounts().slice(1)).toEqual(operations.slice(1).map(({ calls }) => calls));
	});

	it.each<{ what: string; fault: Fault; calls: number; description: RegExp }>([
		{
			what: 'a 404',
			fault: { kind: 'status', status: 404, shape: 'errorCode' },
			calls: 1,
			description:
				/^Vipps answered 404: .* (?:Unknown ledger|No sale with this reference).* support: sandbox-context$/,
		},
		{
			what: 'a 403',
			fault: { kind: 'status', status: 403, shape: 'gateway' },
			calls: 1,
			description: /^Vipps answered 403: The sandbox was told to fail\. Ask the merchant/,
		},
		{
			what: 'a lasting 500',
			fault: { kind: 'status', status: 500, shape: 'problem' },
			calls: 5,
			description: /^Vipps answered 500: .* Sent 5 times\. Run again later\./,
		},
		{
			what: 'a 429 for longer than two minutes',
			fault: { kind: 'status', status: 429, shape: 'gateway', retryAfter: '121' },
			calls: 1,
			description:
				/ Run again after 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC: Vipps asks to wait 121 seconds\./,
		},
		{
			what: 'a redirect',
			fault: { kind: 'redirect', location: '/elsewhere' },
			calls: 1,
			description:
				/^Something between n8n and Vipps answered 302, which leads to another address; it is not followed/,
		},
		{
			what: 'a body that is always cut off',
			fault: { kind: 'truncated' },
			calls: 5,
			description: / Sent 5 times\. Run again later\.$/,
		},
	])('$what ends each operation in words that help', async ({ fault, calls, description }) => {
		const { sales, settlement, run, callCounts } = rig;
		const outcome = await run(faultFor(sales, { ...fault, from: 1 }));
		for (const { name } of sales) {
			expect(errorsIn(outcome, name)).toEqual([
				{
					message: expect.stringMatching(/^Could not get the (?:ledgers|sales?)/),
					description: expect.stringMatching(description),
				},
			]);
		}
		const undisturbed = settlement.map((operation) => operation.calls);
		expect(callCounts()).toEqual([...sales.map(() => calls), ...undisturbed]);
	});

	it('payouts, fees and statements end in words that help, too, and let the others go on', async () => {
		const { sales, settlement, run } = rig;
		const faults: Fault[] = [
			{ kind: 'status', status: 500, shape: 'problem' },
			{ kind: 'redirect', location: '/elsewhere' },
			{ kind: 'status', status: 403, shape: 'gateway' },
		];
		const outcome = await run(
			settlement.map(({ path }, index) => ({ ...faults[index], path }) as Fault),
		);
		expect(settlement.map(({ name }) => errorsIn(outcome, name))).toEqual([
			[
				{
					message: 'Could not get the transactions of ledger 451207 on 2026-06-02',
					description: expect.stringContaining(' Sent 5 times. Run again later.'),
				},
			],
			[
				{
					message: 'Could not get the fees of ledger 451207 on 2026-06-02',
					description: expect.stringContaining('leads to another address; it is not followed'),
				},
			],
			[
				{
					message: 'Could not get the transactions of ledger 451207 on 2026-04-15',
					description: expect.stringContaining('Ask the merchant'),
				},
			],
		]);
		for (const { name } of sales) expect(outcome[name]).toEqual(expected[name]);
	});

	it('wrong keys end each operation by one token call, and no other call', async () => {
		const { operations, run, answers } = rig;
		const outcome = await run([], 'wrong');
		for (const { name } of operations) {
			expect(errorsIn(outcome, name)).toEqual([
				expect.objectContaining({
					message:
						'Vipps did not accept these keys: check Client ID and Client Secret. They must be accounting keys, not the API keys of a sales unit.',
				}),
			]);
		}
		expect(answers.map(({ path, status }) => [path, status])).toEqual(
			operations.map(() => [TOKEN, 401]),
		);
	});

	const errorsIn = (outcome: Record<string, RunItem[]>, name: string) =>
		outcome[name]?.map(({ json }) => ({ message: json.error, description: json.description }));
});
