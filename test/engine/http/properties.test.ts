import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { serveAnything, type Call, type Reply } from '../../rigs/engine/servers/anyServer';
import { Engine, workflowOf } from '../../rigs/engine/engine';

const GIVEN = { __rl: true, mode: 'id', value: '={{ $json.ledgerId }}' };
const operations: INodeParameters[] = [
	{ resource: 'ledger', operation: 'getAll', returnAll: true },
	{
		resource: 'sale',
		operation: 'getFeed',
		output: 'entries',
		ledgerId: GIVEN,
		cursor: '={{ $json.cursor }}',
		returnAll: true,
	},
	{
		resource: 'sale',
		operation: 'getByDate',
		output: 'entries',
		ledgerId: GIVEN,
		period: 'date',
		date: '2026-05-16',
		returnAll: true,
	},
	{
		resource: 'sale',
		operation: 'getByReference',
		output: 'entries',
		ledgerId: GIVEN,
		reference: '={{ $json.reference }}',
	},
	{
		resource: 'sale',
		operation: 'getByPspReference',
		output: 'entries',
		ledgerId: GIVEN,
		pspReference: '={{ $json.reference }}',
	},
];
const operation = fc.constantFrom(...operations);

let server: Awaited<ReturnType<typeof serveAnything>>;
let engine: Engine;
let calls: Call[];
let answer: (call: Call) => Reply;

beforeAll(async () => {
	server = await serveAnything((call) => {
		calls.push(call);
		return answer(call);
	});
	engine = new Engine({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(async () => {
	jest.restoreAllMocks();
	await server.close();
});
beforeEach(() => void (calls = []));

const run = async (parameters: INodeParameters, input: object) => {
	calls = [];
	return await engine.run(workflowOf(parameters, [input as never]));
};

/** A feed of numbered sales that chooses its page sizes and fails as a schedule says. */
function numberedFeed(total: number, pageSizes: number[], failures: number[]) {
	let pages = 0;
	let failing = failures[0] ?? 0;
	return ({ query }: Call): Reply => {
		if (failing-- > 0) return { status: 503, body: {} };
		const page = pages++;
		failing = failures[pages] ?? 0;
		const from = Number(query.get('cursor') ?? 0);
		const size = Math.min(Number(query.get('pageSize')), pageSizes[page % pageSizes.length] ?? 1);
		const to = Math.min(total, from + size);
		const items = Array.from({ length: to - from }, (_, index) => ({ number: from + index }));
		return { body: { items, cursor: String(to), hasMore: to < total } };
	};
}

describe('whatever the server does within the retry budget', () => {
	it('a feed gives each sale once, in order, and its checkpoint continues where it stopped', async () => {
		const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });
		const failures = fc.array(fc.nat(4), { maxLength: 6 });
		const limit = fc.integer({ min: 1, max: 60 });
		await fc.assert(
			fc.asyncProperty(
				fc.nat(120),
				sizes,
				failures,
				limit,
				async (total, pageSizes, schedule, max) => {
					answer = numberedFeed(total, pageSizes, schedule);
					const numbers: unknown[] = [];
					let checkpoint: Record<string, unknown> = { cursor: '', hasMore: true };
					while (checkpoint.hasMore) {
						const parameters = { ...operations[1], returnAll: false, limit: max };
						const { items, outputs, error } = await run(parameters, {
							...checkpoint,
							ledgerId: '1',
						});
						expect(error).toBeUndefined();
						checkpoint = outputs[1]?.[0]?.json ?? {};
						expect(checkpoint.count).toBe(items.length);
						expect(items.length).toBeLessThanOrEqual(max);
						numbers.push(...items.map(({ number }) => number));
					}
					expect(numbers).toEqual(Array.from({ length: total }, (_, index) => index));
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe('whatever JSON the server answers', () => {
	it('every operation ends with data or with words for the user, within its call budget', async () => {
		const input = { ledgerId: '1', cursor: '', reference: 'r' };
		const page = fc.record(
			{
				items: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
				cursor: fc.jsonValue(),
				hasMore: fc.jsonValue(),
			},
			{ requiredKeys: [] },
		);
		await fc.assert(
			fc.asyncProperty(
				operation,
				fc.oneof(fc.jsonValue(), page),
				fc.constantFrom('entries', 'rows', 'lines'),
				async (parameters, body, output) => {
					answer = () => ({ body });
					const more = parameters.resource === 'sale' ? { output } : {};
					const { items, error } = await run({ ...parameters, ...more }, input);
					expect(calls.length).toBeLessThanOrEqual(5);
					if (error === undefined) {
						expect(items.every((item) => typeof item === 'object' && item !== null)).toBe(true);
					} else {
						expect(error.message).toMatch(/^Could not get/);
						expect(error.description ?? error.message).toBeTruthy();
					}
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('whatever string a user gives', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string(),
		fc.constantFrom(
			'',
			'.',
			'..',
			'%2e%2e',
			'a/../b',
			'a%2Fb',
			'?x=1',
			'#',
			'\\',
			' ',
			'ø',
			'\ud800',
			'+',
			'=',
			'%',
		),
	);

	it('it reaches the server, but for blanks around it, as a part of the path, or is refused', async () => {
		answer = () => ({ body: { items: [{ entryType: 'capture' }], cursor: '', hasMore: false } });
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...operations.slice(1)),
				text,
				text,
				text,
				async (parameters, ledgerId, reference, cursor) => {
					const { error } = await run(parameters, { ledgerId, reference, cursor });
					if (error !== undefined) {
						expect(error.message).toMatch(/^'(?:Ledger|Reference|PSP Reference|Cursor)' must be/);
						expect(calls).toEqual([]);
						return;
					}
					const isFeed = parameters.operation === 'getFeed';
					const [{ segments, query } = { segments: [], query: new URLSearchParams() }] = calls;
					expect(segments.slice(0, 4)).toEqual(['sales', 'report', 'v1', 'ledgers']);
					expect(segments[4]).toBe(ledgerId.trim());
					expect(segments).toHaveLength(isFeed ? 5 : 7);
					if (isFeed) expect(query.get('cursor') ?? '').toBe(cursor.trim());
					if (String(parameters.operation).endsWith('Reference'))
						expect(segments[6]).toBe(reference.trim());
				},
			),
			{ numRuns: 300 },
		);
	});
});
