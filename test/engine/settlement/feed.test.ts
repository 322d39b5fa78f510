import type { Topic } from '../../../sandbox/index';
import { ledger } from '../../rigs/engine/rig';
import { typeOf } from '../../rigs/engine/nodeTypes';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig();
const ID = '302334';

describe.each<{ resource: string; list: Topic; words: string }>([
	{ resource: 'transaction', list: 'funds', words: 'transactions' },
	{ resource: 'fee', list: 'fees', words: 'fees' },
])('$resource: Get From Feed', ({ resource, list, words }) => {
	const feed = { resource, operation: 'getFeed', ledgerId: ledger(ID), returnAll: true };
	const truth = (ledgerId = ID) =>
		JSON.parse(JSON.stringify(held.sandbox.movements(ledgerId, list))) as Array<
			ReturnType<typeof held.sandbox.movements>[number]
		>;

	it('gives every entry as it was sent, oldest first, and the cursor to continue after', async () => {
		const { outputs } = await held.run({ ...feed, output: 'entries' });
		const [items = [], checkpoints = []] = outputs;
		expect(items.map(({ json }) => json)).toEqual(
			truth().map((entry) => ({ ledgerId: ID, ...entry })),
		);
		expect(checkpoints.map(({ json }) => json)).toEqual([
			{
				...{ feed: list, ledgerId: ID, count: truth().length, hasMore: false },
				cursor: expect.stringMatching(/./),
			},
		]);
	});

	it('gives rows without a finding, each with a key of its own', async () => {
		const { items, hints } = await held.run(feed);
		expect(items.map(({ amount, finding, isFinal }) => [amount, finding, isFinal])).toEqual(
			truth().map(({ amount }) => [amount / 100, null, null]),
		);
		expect(new Set(items.map(({ dedupeKey }) => dedupeKey)).size).toBe(items.length);
		expect(hints).toEqual([]);
	});

	it('never cuts a page, and continues after each as if it had been read at once', async () => {
		held.sandbox.switches.reportPages = 'small';
		const { items } = await held.run(feed);
		let cursor = '';
		const parts = [];
		for (let hasMore = true; hasMore; ) {
			const { outputs } = await held.run({ ...feed, returnAll: false, limit: 1, cursor });
			const [page = [], [checkpoint] = []] = outputs;
			expect(page.length).toBeLessThanOrEqual(100);
			parts.push(...page.map(({ json }) => json));
			expect(checkpoint?.json).toMatchObject({ feed: list, count: page.length });
			cursor = String(checkpoint?.json.cursor);
			hasMore = checkpoint?.json.hasMore === true;
		}
		expect(parts).toEqual(items);
		const { outputs } = await held.run({ ...feed, cursor });
		expect(outputs.map(({ length }) => length)).toEqual([0, 1]);
		expect(outputs[1]?.[0]?.json).toMatchObject({ cursor, count: 0, hasMore: false });
	});

	it('brings what is new after the cursor, once the clock has gone on', async () => {
		held.at('2026-06-10T12:00:00Z');
		const { outputs } = await held.run(feed);
		const before = truth().length;
		held.at('2026-06-15T18:00:00Z');
		const cursor = String(outputs[1]?.[0]?.json.cursor);
		const { items } = await held.run({ ...feed, cursor, output: 'entries' });
		expect(items).toEqual(
			truth()
				.slice(before)
				.map((entry) => ({ ledgerId: ID, ...entry })),
		);
		expect(items.length).toBeGreaterThan(0);
	});

	it('repeats the request for customer data on each page, beside the cursor', async () => {
		held.sandbox.switches.reportPages = 'small';
		await held.run({ ...feed, options: { includeCustomerData: true } });
		const calls = held.calls();
		expect(calls.length).toBeGreaterThan(3);
		for (const [index, call] of calls.entries()) {
			expect(call).toContain('includeGDPRSensitiveData=true');
			expect(call.includes('cursor=')).toBe(index > 0);
		}
		await held.run(feed);
		expect(held.calls().join()).not.toContain('GDPR');
	});

	it('refuses a cursor of the other feed in words', async () => {
		const { outputs } = await held.run(feed);
		const other = { ...feed, resource: resource === 'fee' ? 'transaction' : 'fee' };
		const { error } = await held.run({ ...other, cursor: String(outputs[1]?.[0]?.json.cursor) });
		expect(error?.message).toMatch(/^Could not get the feed of .* of ledger 302334$/);
	});

	it('as a tool gives entries, checkpoint and hints in one output', async () => {
		held.sandbox.switches.reportPages = 'small';
		const few = { ...feed, returnAll: false, limit: 1 };
		const { outputs } = await held.run(few);
		const type = `${typeOf('vippsSettlement')}Tool`;
		const { items, outputs: toolOutputs } = await held.run(few, [{}], { type });
		expect(toolOutputs.slice(1).flat()).toEqual([]);
		expect(items).toEqual([
			...outputs.flat().map(({ json }) => json),
			{ note: expect.stringContaining('The limit of 1 was reached') },
		]);
	});

	it('says of one ledger that fails which it is, and reads the others', async () => {
		const selected = { ledgers: 'selected', ledgerIds: [ID, '999999', '602745'] };
		const parameters = { ...feed, ...selected, startFrom: 'savedCheckpoint', output: 'entries' };
		for (const reading of ['notFound', 'empty'] as const) {
			held.sandbox.switches.reportNoAccess = reading;
			const { outputs } = await held.run(parameters, [{}], { onError: 'continueErrorOutput' });
			const [items = [], checkpoints = [], errors = []] = outputs;
			expect(items).toHaveLength(truth().length + truth('602745').length);
			expect(checkpoints.map(({ json }) => json.ledgerId)).toEqual([ID, '602745']);
			expect(errors).toMatchObject([{ json: { error: expect.stringContaining('999999') } }]);
			const { error, hints } = await held.run(parameters);
			expect(error?.message).toContain('999999');
			expect(hints.map(({ message }) => message).join()).not.toContain(`${words} were`);
		}
	});
});
