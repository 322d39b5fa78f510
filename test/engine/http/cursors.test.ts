import type { Fault } from '../../../sandbox/index';
import { useFaultRig } from '../../rigs/engine/faultRig';
import { LONG, longDate, longFeed } from '../../rigs/engine/operations';

const held = useFaultRig();

describe('cursors that lead nowhere', () => {
	it.each<{ name: string; fault: Omit<Fault, 'times'>; why: RegExp }>([
		{
			name: 'a cursor that comes again',
			fault: { kind: 'repeatedCursor', from: 3 },
			why: /cursor \S+ came twice/,
		},
		{
			name: 'a page that comes again',
			fault: { kind: 'duplicatePage', from: 3 },
			why: /cursor \S+ came twice/,
		},
		{
			name: 'empty pages without end',
			fault: { kind: 'emptyPage', from: 2 },
			why: /21 empty pages in a row, the last with cursor/,
		},
	])('end a date by naming ledger and cursor: $name', async ({ fault, why }) => {
		held.rig.sandbox.faults.add({ ...fault, path: '/dates/' });
		const { error, items } = await held.rig.run(longDate);
		expect(items).toEqual([]);
		expect(error?.message).toBe('Could not get the sales of ledger 302321 on 2026-05-16');
		expect(error?.description).toMatch(why);
	});

	it('do not end a date that has up to 20 empty pages', async () => {
		const expected = await held.rig.run(longDate);
		held.rig.sandbox.faults.add({ kind: 'emptyPage', from: 2, times: 20, path: '/dates/' });
		expect((await held.rig.run(longDate)).items).toEqual(expected.items);
	});

	it('end a feed where its cursor stands still, and lose nothing to the next run', async () => {
		const expected = await held.rig.run(longFeed);
		held.rig.sandbox.faults.add({ kind: 'repeatedCursor', from: 3, times: 1 });
		const first = await held.rig.run(longFeed);
		const checkpoint = first.outputs[1]?.[0]?.json;
		expect(checkpoint).toMatchObject({ count: 3000, hasMore: false });
		const second = await held.rig.run({ ...longFeed, cursor: checkpoint?.cursor as string });
		const got = new Set([...first.items, ...second.items].map((item) => JSON.stringify(item)));
		expect(got).toEqual(new Set(expected.items.map((item) => JSON.stringify(item))));
	});

	it('do not end a feed that has up to 20 empty pages', async () => {
		const expected = await held.rig.run(longFeed);
		held.rig.sandbox.faults.add({ kind: 'emptyPage', from: 2, times: 20 });
		const run = await held.rig.run(longFeed);
		expect(run.items).toEqual(expected.items);
		expect(run.outputs[1]).toEqual(expected.outputs[1]);
	});

	it('give the page before once where it comes again in place of the next', async () => {
		const expected = await held.rig.run(longFeed);
		held.rig.sandbox.faults.add({ kind: 'duplicatePage', from: 3, times: 1 });
		const { items, outputs } = await held.rig.run(longFeed);
		expect(items).toEqual(expected.items.slice(0, 2000));
		const { cursor } = outputs[1]?.[0]?.json as { cursor: string };
		const rest = await held.rig.run({ ...longFeed, cursor });
		expect([...items, ...rest.items]).toEqual(expected.items);
	});
});

describe('a feed that fails after some pages, under Continue', () => {
	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'gives the whole pages, the error, and a checkpoint to go on from (%s)',
		async (onError) => {
			const expected = await held.rig.run(longFeed);
			held.rig.sandbox.faults.add({ kind: 'status', status: 500, from: 3 });
			const { outputs, error } = await held.rig.run(longFeed, [{}], { onError });
			expect(error).toBeUndefined();
			const errors = outputs.flat().filter(({ json }) => 'error' in json);
			expect(errors.map(({ json }) => json.error)).toEqual([
				`Could not get the sales feed of ledger ${LONG}`,
			]);

			const entries =
				outputs[0]?.filter(({ json }) => !('error' in json)).map(({ json }) => json) ?? [];
			const checkpoint = outputs[1]?.[0]?.json;
			expect(checkpoint).toEqual({
				feed: 'sales',
				ledgerId: LONG,
				cursor: expect.any(String),
				count: 2000,
				hasMore: true,
			});
			held.rig.sandbox.faults.clear();
			const rest = await held.rig.run({ ...longFeed, cursor: checkpoint?.cursor as string });
			expect([...entries, ...rest.items]).toEqual(expected.items);
		},
	);

	it('gives no checkpoint when not even the first page came', async () => {
		held.rig.sandbox.faults.add({ kind: 'status', status: 500 });
		const { outputs } = await held.rig.run(longFeed, [{}], {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1] ?? []).toEqual([]);
	});
});
