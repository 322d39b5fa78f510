import { sleep, type INodeParameters } from 'n8n-workflow';

import { serveAnything, type Call, type Reply } from '../../rigs/engine/servers/anyServer';
import { ledger } from '../../rigs/engine/rig';
import { Engine, workflowOf } from '../../rigs/engine/engine';

const LATENCY_MS = 100;
/** Longer than it takes to start all calls, also on a slow machine. */
const LONG_LATENCY_MS = 2000;
const byDate = {
	resource: 'sale',
	operation: 'getByDate',
	output: 'entries',
	ledgerId: ledger('={{ $json.ledgerId }}'),
	period: 'date',
	date: '2026-05-16',
	returnAll: true,
};
const range = { ...byDate, period: 'dateRange', fromDate: '2026-05-01', toDate: '2026-05-31' };
const ledgers = Array.from({ length: 40 }, (_, index) => ({ ledgerId: `ledger-${index}` }));

describe('calls at once', () => {
	let server: Awaited<ReturnType<typeof serveAnything>>;
	let engine: Engine;
	let answer: (call: Call) => Reply;
	let calls: Call[];
	let inFlight: number;
	let most: number;
	let tokens = 0;
	let latency = LATENCY_MS;

	beforeAll(async () => {
		server = await serveAnything(
			async (call) => {
				calls.push(call);
				most = Math.max(most, ++inFlight);
				await sleep(latency);
				inFlight--;
				return answer(call);
			},
			() => void tokens++,
		);
		engine = new Engine({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
	});
	afterAll(async () => await server.close());
	beforeEach(() => {
		calls = [];
		inFlight = 0;
		most = 0;
		latency = LATENCY_MS;
		answer = ({ segments }) => ({
			body: { items: [{ entryType: 'capture', reference: segments.join('/') }], hasMore: false },
		});
	});

	const run = async (parameters: INodeParameters, input: object[], more = {}) =>
		await engine.run(workflowOf(parameters, input as never, more));

	it('begin with one where the token may be dead, which fetches a new one for all', async () => {
		latency = LONG_LATENCY_MS;
		for (const dead of [
			{ accessToken: '' },
			{ accessTokenExpiresAt: '' },
			{ accessTokenExpiresAt: new Date(Date.now() + 30_000).toISOString() },
			{ accessTokenFor: 'other keys' },
		]) {
			Object.assign(engine.credential.data, dead);
			[calls, tokens, most] = [[], 0, 0];
			await run(byDate, ledgers);
			expect([calls.length, tokens, most]).toEqual([40, 1, 39]);
		}
	});

	it('of two executions at once fetch one token for each of them at most', async () => {
		engine.credential.data.accessToken = '';
		tokens = 0;
		await Promise.all([run(byDate, ledgers), run(byDate, ledgers)]);
		expect(calls).toHaveLength(80);
		expect(tokens).toBeLessThanOrEqual(2);
	});

	it('are forty for 40 ledgers, and their sales come in the order of the ledgers', async () => {
		latency = LONG_LATENCY_MS;
		const { outputs } = await run(byDate, ledgers);
		expect(outputs[0]?.map(({ json }) => json.ledgerId)).toEqual(
			ledgers.map(({ ledgerId }) => ledgerId),
		);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			ledgers.map((_, item) => ({ item })),
		);
		expect(calls).toHaveLength(40);
		expect(most).toBe(40);
	});

	it('are as many as the dates of a month, and their sales come in the order of the dates', async () => {
		latency = LONG_LATENCY_MS;
		const { items } = await run(range, ledgers.slice(0, 1));
		const dates = Array.from(
			{ length: 31 },
			(_, day) => `2026-05-${String(day + 1).padStart(2, '0')}`,
		);
		expect(items.map(({ ledgerDate }) => ledgerDate)).toEqual(dates);
		expect(calls).toHaveLength(31);
		expect(most).toBe(31);
	});

	it('open up for the whole node, items and dates together', async () => {
		latency = LONG_LATENCY_MS;
		const { items } = await run(range, ledgers.slice(0, 8));
		expect(items).toHaveLength(8 * 31);
		expect(most).toBeGreaterThanOrEqual(40);
		expect(most).toBeLessThanOrEqual(200);
	});

	it.each([1, 3, 40])('are as many as the user allows: %d', async (maxParallel) => {
		if (maxParallel > 3) latency = LONG_LATENCY_MS;
		await run({ ...byDate, options: { maxParallel } }, ledgers);
		expect(most).toBe(maxParallel);
	});

	it('are few for a limit that the first dates reach, and twice as many each time after', async () => {
		latency = LONG_LATENCY_MS;
		const { items } = await run({ ...range, returnAll: false, limit: 1 }, ledgers.slice(0, 1));
		expect([items.length, calls.length]).toEqual([1, 1]);
		answer = ({ segments }) => ({
			body: { items: segments.includes('2026-05-31') ? [{ entryType: 'capture' }] : [] },
		});
		[calls, most] = [[], 0];
		const last = await run({ ...range, returnAll: false, limit: 1 }, ledgers.slice(0, 1));
		expect(last.items).toHaveLength(1);
		expect([calls.length, most]).toEqual([31, 16]);
	});

	it('are told of where the limit was reached before their dates', async () => {
		answer = ({ segments }) => {
			const count = segments.includes('2026-05-02') ? 3 : 1;
			const items = Array(count).fill({ entryType: 'capture' });
			return { body: { items, hasMore: false } };
		};
		const { items, hints } = await run(
			{ ...range, returnAll: false, limit: 4 },
			ledgers.slice(0, 1),
		);
		expect(items).toHaveLength(4);
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringMatching(/^The limit was reached while \d+ more dates? w/),
		);
	});

	it('are never for dates that a limit may not need', async () => {
		const { items } = await run({ ...range, returnAll: false, limit: 3 }, ledgers.slice(0, 1));
		expect(items).toHaveLength(3);
		expect(calls).toHaveLength(3);
	});

	it('go on for the others when one item fails under Continue', async () => {
		answer = failFor('ledger-3');
		const { outputs } = await run(byDate, ledgers, { onError: 'continueRegularOutput' });
		expect(outputs[0]).toHaveLength(40);
		expect(outputs[0]?.[3]).toMatchObject({
			json: { error: expect.any(String) },
			pairedItem: { item: 3 },
		});
		expect(calls).toHaveLength(40);
	});

	it('stop at the first failure in order when nothing is to go on', async () => {
		answer = failFor('ledger-3');
		const { error } = await run(byDate, ledgers);
		expect(error?.message).toContain('ledger-3');
		await sleep(2 * LATENCY_MS);
		const made = calls.length;
		await sleep(5 * LATENCY_MS);
		expect(calls).toHaveLength(made);
		expect(made).toBeLessThanOrEqual(40);
	});

	it('stop for the other long feeds, too, when one feed fails', async () => {
		const feeds = { ...byDate, operation: 'getFeed', output: 'entries' };
		answer = ({ segments, query }) => {
			if (segments.includes('ledger-0')) return { status: 404, body: {} };
			const next = Number(query.get('cursor') ?? 0) + 1;
			return { body: { items: [{ entryType: 'capture' }], cursor: String(next), hasMore: true } };
		};
		const { error } = await run(feeds, ledgers);
		expect(error?.message).toContain('ledger-0');
		await sleep(2 * LATENCY_MS);
		const made = calls.length;
		await sleep(5 * LATENCY_MS);
		expect(calls).toHaveLength(made);
	});

	const failFor =
		(ledgerId: string) =>
		({ segments }: Call): Reply =>
			segments.includes(ledgerId)
				? { status: 404, body: {} }
				: { body: { items: [{}], hasMore: false } };
});
