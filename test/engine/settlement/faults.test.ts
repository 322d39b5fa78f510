import type { Fault } from '../../../sandbox/index';
import { leaksIn } from '../../rigs/engine/secrets';
import { operations } from '../../rigs/engine/settlement/operations';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig();
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));

type Named = { name: string; fault: Omit<Fault, 'from' | 'times'> };

const survived: Named[] = [
	{
		name: '429 from the gateway',
		fault: { kind: 'status', status: 429, shape: 'gateway', retryAfter: '0' },
	},
	{ name: '503 as HTML', fault: { kind: 'status', status: 503, shape: 'html' } },
	{ name: 'half the JSON', fault: { kind: 'cutJson' } },
	{ name: 'a body that is cut off', fault: { kind: 'truncated' } },
	{ name: 'a connection that is reset', fault: { kind: 'reset' } },
];

const lasting: Array<Named & { httpCode: string | null; says: RegExp }> = [
	{
		name: '400',
		fault: { kind: 'status', status: 400 },
		...{ httpCode: '400', says: /^Vipps answered 400: .*sandbox-trace$/ },
	},
	{
		name: '403',
		fault: { kind: 'status', status: 403, shape: 'gateway' },
		...{ httpCode: '403', says: /^Vipps answered 403: / },
	},
	{
		name: '500',
		fault: { kind: 'status', status: 500, shape: 'oauth' },
		...{ httpCode: '500', says: /Sent 5 times\. Run again later\./ },
	},
	{
		name: 'resets',
		fault: { kind: 'reset' },
		...{ httpCode: null, says: /Sent 5 times\. Run again later\.$/ },
	},
];

describe.each(operations)('$name', ({ parameters }) => {
	it.each(survived)('brings the same through $name, in the middle', async ({ fault }) => {
		const expected = await held.run(parameters);
		const { length } = held.calls();
		expect(length).toBeGreaterThan(1);
		held.sandbox.faults.add({ ...fault, from: 2, times: 2 });
		const run = await held.run(parameters);
		expect(run.error).toBeUndefined();
		expect(run.outputs).toEqual(expected.outputs);
		expect(held.calls()).toHaveLength(length + 2);
	});

	it.each(lasting)(
		'ends on lasting $name with words that help, and leaks nothing',
		async ({ fault, httpCode, says }) => {
			held.sandbox.faults.add(fault);
			const run = await held.run(parameters);
			expect(run.items).toEqual([]);
			expect(run.error?.message).toMatch(/^Could not get the (?:feed of the )?(?:transac|fees)/);
			expect(run.error).toMatchObject({ description: expect.stringMatching(says), httpCode });
			expect(leaksIn(run, held.sandbox)).toEqual([]);
		},
	);

	it('says nothing of a secret where all goes well', async () => {
		expect(leaksIn(await held.run(parameters), held.sandbox)).toEqual([]);
		expect(
			leaksIn(
				held.sandbox.requests.map(({ path, query }) => [path, query]),
				held.sandbox,
			),
		).toEqual([]);
	});

	it('continues with a new token as often as one expires', async () => {
		const expected = await held.run(parameters);
		held.sandbox.faults.add({ kind: 'shortToken', calls: 1 });
		// Of calls at the same time, only one would get on.
		const options = { ...(parameters.options as object), maxParallel: 1 };
		const run = await held.run({ ...parameters, options });
		expect(run.error).toBeUndefined();
		expect(run.outputs).toEqual(expected.outputs);
	});
});

describe('pages that lead nowhere', () => {
	const byDate = operations.filter(({ name }) => !name.endsWith('Feed'));
	const busy = { path: '/dates/2026-05-16' };

	it.each(byDate)('are an error, never fewer entries: $name', async ({ parameters }) => {
		for (const kind of ['repeatedCursor', 'duplicatePage', 'emptyPage'] as const) {
			held.sandbox.faults.add({ kind, from: 2, ...busy });
			const { error, items } = await held.run(parameters);
			expect([kind, items]).toEqual([kind, []]);
			expect(error?.description).toMatch(/came twice|21 empty pages in a row/);
			held.sandbox.faults.clear();
		}
	});

	it.each(byDate)('are read on if they do not last: $name', async ({ parameters }) => {
		const expected = await held.run(parameters);
		held.sandbox.faults.add({ kind: 'emptyPage', from: 2, times: 20, ...busy });
		expect((await held.run(parameters)).outputs).toEqual(expected.outputs);
	});

	it('is said of a date that a later page of is gone', async () => {
		for (const { parameters } of byDate) {
			held.sandbox.faults.add({ kind: 'status', status: 404, from: 2, ...busy });
			const { error, items } = await held.run(parameters);
			expect(items).toEqual([]);
			expect(error).toMatchObject({ httpCode: '404' });
			held.sandbox.faults.clear();
		}
	});
});
