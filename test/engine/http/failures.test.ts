import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

const byDate = {
	resource: 'sale',
	operation: 'getByDate',
	output: 'entries',
	ledgerId: ledger('={{ $json.ledgerId }}'),
	period: 'date',
	date: '2026-06-10',
	limit: 2,
};
const input = [
	{ ledgerId: '302321' },
	{ ledgerId: 'not-mine' },
	{ ledgerId: '' },
	{ ledgerId: '602118' },
];
const notMine = 'Could not get the sales of ledger not-mine on 2026-06-10';
const empty = "'Ledger' must be filled in";

describe('a failure of one input item', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());

	const ledgersOf = (items: Array<{ json: object; pairedItem?: unknown }> = []) =>
		items.map(({ json, pairedItem }) => ({ ...json, pairedItem }));

	it('stops the node by default, and says why and what to do', async () => {
		const { error, items } = await rig.run(byDate, input);
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: notMine, httpCode: '404', context: { itemIndex: 1 } });
		expect(error?.description).toMatch(
			/^Vipps answered 404: .*Unknown ledger, or no access.* Trace ID for Vipps support: /,
		);
	});

	it('is one error item under Continue, between the results of the others', async () => {
		const { error, outputs } = await rig.run(byDate, input, { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(ledgersOf(outputs[0])).toEqual([
			expect.objectContaining({ ledgerId: '302321', pairedItem: { item: 0 } }),
			expect.objectContaining({ ledgerId: '302321', pairedItem: { item: 0 } }),
			{
				error: notMine,
				description: expect.stringContaining('Vipps answered 404'),
				httpCode: '404',
				pairedItem: { item: 1 },
			},
			{ error: empty, description: 'It is empty.', httpCode: null, pairedItem: { item: 2 } },
			expect.objectContaining({ ledgerId: '602118', pairedItem: { item: 3 } }),
			expect.objectContaining({ ledgerId: '602118', pairedItem: { item: 3 } }),
		]);
	});

	it('goes to the error output when there is one', async () => {
		const { outputs } = await rig.run(byDate, input, { onError: 'continueErrorOutput' });
		expect(outputs).toHaveLength(2);
		expect(ledgersOf(outputs[0]).map((json) => (json as { ledgerId?: string }).ledgerId)).toEqual([
			'302321',
			'302321',
			'602118',
			'602118',
		]);
		// As it is written down.
		expect(JSON.parse(JSON.stringify(outputs[1]))).toMatchObject([
			{ json: { error: notMine }, error: { httpCode: '404' }, pairedItem: { item: 1 } },
			{ json: { error: empty }, error: { description: 'It is empty.' }, pairedItem: { item: 2 } },
		]);
	});

	it.each([
		{
			name: 'Get From Feed',
			parameters: { operation: 'getFeed', output: 'entries', limit: 2 },
			count: 3,
		},
		{
			name: 'Get by Reference',
			parameters: { operation: 'getByReference', output: 'entries', reference: 'r' },
			count: 2,
		},
		{
			name: 'Get by PSP Reference',
			parameters: { operation: 'getByPspReference', output: 'entries', pspReference: 'p' },
			count: 2,
		},
	])('goes to the error output of $name, which is its last', async ({ parameters, count }) => {
		const all = { ...byDate, ...parameters };
		const { outputs } = await rig.run(all, input.slice(1, 2), { onError: 'continueErrorOutput' });
		expect(outputs).toHaveLength(count);
		expect(outputs.at(-1)?.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('not-mine'),
		]);
		expect(outputs.slice(0, -1).flat()).toEqual([]);
	});

	it("is said in words of ours where an ID holds the letters of one of n8n's error codes", async () => {
		const { error } = await rig.run(byDate, [{ ledgerId: 'preexisting' }]);
		expect(error?.message).toBe('Could not get the sales of ledger preexisting on 2026-06-10');
	});
});

describe('the token', () => {
	let rig: Rig;
	beforeEach(async () => void (rig = await setUp()));
	afterEach(async () => await rig.close());

	it('is fetched once for many calls and runs', async () => {
		const ids = rig.sandbox.ledgers().map(({ ledgerId }) => ({ ledgerId }));
		await rig.run(byDate, ids);
		await rig.run(byDate, ids);
		expect(rig.tokens()).toBe(1);
	});

	it('is fetched anew when it has died, between two runs and between two pages', async () => {
		const getFeed = {
			resource: 'sale',
			operation: 'getFeed',
			output: 'entries',
			ledgerId: ledger('310488'),
			returnAll: true,
		};
		await rig.run({ ...getFeed, returnAll: false });
		rig.sandbox.expireTokens();
		const { items, error } = await rig.run(getFeed);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(rig.sandbox.sales('310488').length);
		expect(rig.tokens()).toBe(2);
		const statuses = rig.sandbox.requests.slice(2, 5).map(({ status }) => status);
		expect(statuses).toEqual([401, 200, 200]);
	});

	it('comes with the four system headers, as every call does', async () => {
		await rig.run(byDate, input.slice(0, 1));
		expect(rig.sandbox.requests).toHaveLength(2);
		expect(
			rig.sandbox.requests.flatMap(({ systemHeaderComplaints }) => systemHeaderComplaints),
		).toEqual([]);
	});
});
