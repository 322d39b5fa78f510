import type { INode, INodeParameters } from 'n8n-workflow';

import { serveAnything } from '../../rigs/engine/servers/anyServer';
import { Engine, workflowOf } from '../../rigs/engine/engine';
import { ledger, setUp, type Rig } from '../../rigs/engine/rig';
import { Scheduled, workflowOfSteps, type Step } from '../../rigs/engine/scheduled';

const byDate = {
	resource: 'sale',
	operation: 'getByDate',
	output: 'entries',
	ledgerId: ledger('302321'),
	period: 'date',
	date: '2026-06-10',
	limit: 2,
};
const input = [{ customer: 'ACME' }, { customer: 'Fjord' }, { customer: 'Koivu' }];
const NO_NODE = "={{ $('Nope').item.json.x }}";

let rig: Rig;
beforeAll(async () => void (rig = await setUp()));
afterAll(async () => await rig.close());
beforeEach(() => void rig.calls());

const modes: Array<NonNullable<INode['onError']>> = [
	'continueRegularOutput',
	'continueErrorOutput',
];

describe('what fails before the first item', () => {
	const cases: Array<{ given: string; parameters: INodeParameters; message: string }> = [
		{
			given: 'a number out of bounds',
			parameters: { ...byDate, options: { maxParallel: 0 } },
			message: "'Max Parallel Requests' must be a whole number from 1 to 200",
		},
		{
			given: 'a number that is none',
			parameters: { ...byDate, options: { maxParallel: '={{ "x" }}' } },
			message: "'Max Parallel Requests' must be a whole number from 1 to 200",
		},
		{
			given: 'an expression',
			parameters: { ...byDate, options: { maxParallel: NO_NODE } },
			message: "Referenced node doesn't exist",
		},
		{
			given: 'an operation',
			parameters: { ...byDate, operation: 'getAll' },
			message: "'Operation' must be getByDate",
		},
		{
			given: 'a resource',
			parameters: { ...byDate, resource: 'payout' },
			message: "'Resource' must be sale, ledger or checkpoint",
		},
		{
			given: 'an operation with two outputs',
			parameters: {
				...byDate,
				operation: 'getFeed',
				output: 'entries',
				options: { maxParallel: 201 },
			},
			message: "'Max Parallel Requests' must be",
		},
	];

	it.each(cases)('stops the node by default: $given', async ({ parameters, message }) => {
		const { error, items } = await rig.run(parameters, input);
		expect(error?.message).toContain(message);
		expect(items).toEqual([]);
		expect(rig.calls()).toEqual([]);
	});

	describe.each(modes)('under %s', (onError) => {
		it.each(cases)(
			'fails every item, and sends none on: $given',
			async ({ parameters, message }) => {
				const { error, outputs } = await rig.run(parameters, input, { onError });
				expect(error).toBeUndefined();
				const isApart = onError === 'continueErrorOutput';
				const errors = (isApart ? outputs.at(-1) : outputs[0]) ?? [];
				expect(errors.map(({ json }) => json.error)).toEqual(
					input.map(() => expect.stringContaining(message)),
				);
				expect(errors.map(({ pairedItem }) => pairedItem)).toEqual(
					input.map((__, item) => ({ item })),
				);
				expect(outputs.flat()).toHaveLength(input.length);
				expect(rig.calls()).toEqual([]);
			},
		);
	});
});

describe('an expression that fails', () => {
	const parameters = { ...byDate, date: NO_NODE };

	it('stops the node in words of n8n, which tell the parameter and the item', async () => {
		const { error } = await rig.run(parameters, input);
		expect(error).toMatchObject({
			name: 'ExpressionError',
			message: "Referenced node doesn't exist",
			context: { nodeCause: 'Nope', parameter: 'date', itemIndex: 0 },
		});
	});

	it('that is not well formed is said in words of n8n, too', async () => {
		const { error } = await rig.run({ ...byDate, date: '={{ 1 + }}' });
		expect(error).toMatchObject({
			message: 'invalid syntax',
			context: { parameter: 'date', itemIndex: 0 },
		});
	});

	it('is an error item under Continue', async () => {
		const { items } = await rig.run(parameters, input, { onError: 'continueRegularOutput' });
		const item = { error: "Referenced node doesn't exist", description: null, httpCode: null };
		expect(items).toEqual([item, item, item]);
	});

	it('that n8n takes as nothing is refused as nothing', async () => {
		const { error } = await rig.run({ ...byDate, ledgerId: ledger('={{ nope.nope() }}') });
		expect(error).toMatchObject({
			message: "'Ledger' must be filled in",
			description: 'It is empty.',
		});
	});
});

describe('an error item', () => {
	const unknown = { ...byDate, ledgerId: ledger('not-mine') };

	it('tells what is not there from what is down', async () => {
		const onError = 'continueRegularOutput' as const;
		const { items } = await rig.run(unknown, [{}], { onError });
		expect(items).toEqual([
			{
				error: expect.stringContaining('not-mine'),
				description: expect.stringContaining('Unknown ledger, or no access'),
				httpCode: '404',
			},
		]);
		jest.spyOn(Math, 'random').mockReturnValue(0);
		rig.sandbox.faults.add({ kind: 'status', status: 501, path: '/dates/' });
		expect((await rig.run(byDate, [{}], { onError })).items).toMatchObject([{ httpCode: '501' }]);
		rig.sandbox.faults.clear();
		jest.restoreAllMocks();
	});

	it('of the error output tells it by $input.item.error', async () => {
		const steps: Record<string, Step> = {
			Sales: { parameters: unknown, onError: 'continueErrorOutput', from: { Start: [0] } },
			Look: {
				parameters: {
					resource: 'checkpoint',
					operation: 'get',
					ledgerId: ledger('={{ $input.item.error.httpCode }}'),
				},
				from: { Sales: [1] },
			},
		};
		const { nodes } = await new Scheduled(rig.sandbox).run(workflowOfSteps(steps));
		expect(nodes.Look?.items).toMatchObject([{ ledgerId: '404' }]);
	});

	it('is said in words where Vipps sends what nobody expects', async () => {
		const odd = { entryType: 7, amounts: 'none', lines: {}, classification: 3 };
		const server = await serveAnything(() => ({ body: { items: [odd], hasMore: false } }));
		const engine = new Engine({ clientId: 'id', clientSecret: 's', baseUrl: server.baseUrl });
		try {
			for (const output of ['entries', 'rows', 'lines']) {
				const { items, error } = await engine.run(workflowOf({ ...byDate, output }));
				if (error === undefined) expect(items).toHaveLength(1);
				else expect(error).toMatchObject({ message: 'Could not get the result of this item' });
			}
		} finally {
			await server.close();
		}
	});
});
