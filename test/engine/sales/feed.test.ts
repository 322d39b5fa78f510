import { feedOf, ledger, setUp, type Rig } from '../../rigs/engine/rig';

const ID = '310488';
const getFeed = { resource: 'sale', operation: 'getFeed', output: 'entries', ledgerId: ledger(ID) };

describe('Sale: Get From Feed', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());
	beforeEach(() => void rig.calls());

	const checkpoints = (outputs: Awaited<ReturnType<Rig['run']>>['outputs']) =>
		(outputs[1] ?? []).map(({ json }) => json);

	it('returns every sale once, in order, exactly as sent, by pages of 1000 and with one token', async () => {
		const sales = rig.sandbox.sales(ID);
		const { items, outputs } = await rig.run({ ...getFeed, returnAll: true });
		expect(items).toEqual(sales.map((entry) => ({ ledgerId: ID, ...entry })));
		expect(checkpoints(outputs)).toEqual([
			{
				feed: 'sales',
				ledgerId: ID,
				cursor: expect.any(String),
				count: sales.length,
				hasMore: false,
			},
		]);
		const calls = rig.calls();
		expect(calls).toHaveLength(Math.ceil(sales.length / 1000));
		expect(calls[0]).toBe(`${feedOf(ID)}?pageSize=1000`);
		expect(rig.tokens()).toBe(1);
	});

	it('stops at the limit, and its checkpoint goes on right there', async () => {
		const first = await rig.run({ ...getFeed, limit: 7 });
		const [checkpoint] = checkpoints(first.outputs);
		expect(checkpoint).toMatchObject({ count: 7, hasMore: true });
		const second = await rig.run({ ...getFeed, limit: 5, cursor: '={{ $json.cursor }}' }, [
			checkpoint ?? {},
		]);
		expect(rig.calls().map((call) => call.replace(/cursor=[^&]+&/, ''))).toEqual([
			`${feedOf(ID)}?pageSize=7`,
			`${feedOf(ID)}?pageSize=5`,
		]);
		expect([...first.items, ...second.items]).toEqual(
			rig.sandbox
				.sales(ID)
				.slice(0, 12)
				.map((entry) => ({ ledgerId: ID, ...entry })),
		);
	});

	it('asks for the page size that was chosen', async () => {
		await rig.run({ ...getFeed, limit: 250, options: { pageSize: 100 } });
		expect(
			rig.calls().map((call) => new URL(call, 'http://x').searchParams.get('pageSize')),
		).toEqual(['100', '100', '50']);
	});

	it('sends a checkpoint when there is nothing new, and finds what is sold later', async () => {
		const [{ cursor } = {}] = checkpoints((await rig.run({ ...getFeed, returnAll: true })).outputs);
		const nothing = await rig.run({ ...getFeed, cursor: cursor as string });
		expect(nothing.items).toEqual([]);
		expect(checkpoints(nothing.outputs)).toEqual([
			{ feed: 'sales', ledgerId: ID, cursor, count: 0, hasMore: false },
		]);

		const before = rig.sandbox.sales(ID).length;
		rig.sandbox.clock.set('2026-06-16T18:00:00Z');
		const { items } = await rig.run({ ...getFeed, returnAll: true, cursor: cursor as string });
		const sold = rig.sandbox.sales(ID).slice(before);
		expect(sold.length).toBeGreaterThan(0);
		expect(items).toEqual(sold.map((entry) => ({ ledgerId: ID, ...entry })));
	});

	it('sends one checkpoint for each input item, paired with it', async () => {
		const ids = rig.sandbox.ledgers().map(({ ledgerId }) => ({ ledgerId }));
		const { outputs } = await rig.run(
			{ ...getFeed, ledgerId: ledger('={{ $json.ledgerId }}'), limit: 2 },
			ids,
		);
		expect(checkpoints(outputs).map(({ ledgerId }) => ledgerId)).toEqual(
			ids.map(({ ledgerId }) => ledgerId),
		);
		expect(outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual(
			ids.map((_, item) => ({ item })),
		);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			ids.flatMap((_, item) => [{ item }, { item }]),
		);
	});
});
