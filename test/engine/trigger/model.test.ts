import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { sale, serveFeeds, type FeedEnd, type FeedServer } from '../../rigs/engine/feedServer';
import { PollRig } from '../../rigs/engine/pollRig';

/** What may happen between two polls, and in them. */
type Event =
	| { kind: 'sell'; ledger: number; count: number; isCash: boolean; isEqual: boolean }
	| { kind: 'fault'; ledger: number; status: number; times: number }
	| { kind: 'withdraw' | 'grant'; ledger: number }
	| { kind: 'poll' | 'crash' | 'restart' };

const ledger = fc.nat(5);
const event: fc.Arbitrary<Event> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('sell' as const),
			ledger,
			count: fc.integer({ min: 1, max: 12 }),
			isCash: fc.boolean(),
			isEqual: fc.boolean(),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('fault' as const),
			ledger,
			status: fc.constantFrom(500, 503, 403, 404, 400, 200),
			times: fc.integer({ min: 1, max: 12 }),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constantFrom('withdraw' as const, 'grant' as const), ledger }),
	},
	{
		weight: 5,
		arbitrary: fc.record({ kind: fc.constantFrom('poll', 'poll', 'poll', 'crash', 'restart') }),
	},
) as fc.Arbitrary<Event>;

const setting = fc.record({
	host: fc.constantFrom('older' as const, 'newer' as const),
	startFrom: fc.constantFrom('now', 'beginning'),
	ledgers: fc.constantFrom('all', 'selected'),
	maxItems: fc.constantFrom(1, 3, 10, 5000),
	mostPerPage: fc.constantFrom(1, 4, 1000),
	end: fc.constantFrom<FeedEnd>(
		'cursor',
		'newCursor',
		'noCursor',
		'noCursorOnLastPage',
		'noHasMore',
	),
	before: fc.nat(8),
});

const SELECTED = [0, 1, 2];
const nameOf = (number: number) => `ledger-${number}`;

let server: FeedServer;
beforeAll(async () => {
	server = await serveFeeds();
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(async () => {
	jest.restoreAllMocks();
	await server.close();
});

/** What was delivered, by the serial number of the sale: its keys, one for each time that it came. */
type Delivered = Map<number, unknown[]>;

async function play(
	given: typeof setting extends fc.Arbitrary<infer Value> ? Value : never,
	events: Event[],
) {
	const { host, startFrom, ledgers, maxItems, mostPerPage, end, before } = given;
	Object.assign(server, { end, mostPerPage, faults: [], calls: [] });
	server.books = new Map(SELECTED.map((number) => [nameOf(number), []]));
	server.withdrawn.clear();
	const rig = new PollRig(
		{ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl },
		host,
	);
	const ledgerIds = ledgers === 'selected' ? SELECTED.map(nameOf) : [];
	rig.set({ startFrom, ledgers, ledgerIds, options: { maxItems } });

	const delivered: Delivered = new Map();
	const expected = new Set<number>();
	let serial = 0;
	let hasCrashed = false;
	const take = (items: IDataObject[]) => {
		for (const { serial: number, dedupeKey } of items) {
			delivered.set(number as number, [...(delivered.get(number as number) ?? []), dedupeKey]);
		}
	};
	const sell = (number: number, isWanted: boolean, more: object) => {
		const book = server.books.get(nameOf(number));
		if (!book) return;
		book.push(sale({ time: new Date().toISOString(), ...more, serial: ++serial }));
		if (isWanted) expected.add(serial);
	};
	const poll = async (crashes = false) => {
		const polled = await rig.poll({ crashes }).catch((error: Error) => error);
		if (!(polled instanceof Error)) take(polled);
		else expect(polled.message).toMatch(/^Could not get/);
	};

	for (let sold = 0; sold < before; sold++) {
		const time = '2026-05-01T10:00:00Z';
		sell(sold % SELECTED.length, startFrom === 'beginning', { time });
	}
	take(await rig.poll({ isActivation: true }));
	for (const happening of events) {
		switch (happening.kind) {
			case 'sell': {
				const { count, isCash, isEqual } = happening;
				const equal = isEqual
					? { reference: 'same', time: new Date(Date.now() + 1000).toISOString() }
					: {};
				const isRead = ledgers === 'all' || SELECTED.includes(happening.ledger);
				for (let sold = 0; sold < count; sold++) {
					sell(happening.ledger, isRead, { ...(isCash && { pspReference: null, ...equal }) });
				}
				break;
			}
			case 'fault': {
				const { status, times } = happening;
				const path = happening.ledger === 5 ? 'settlement' : nameOf(happening.ledger);
				for (let time = 0; time < times; time++) {
					server.faults.push({ path, reply: { status, body: status === 200 ? 'cut' : {} } });
				}
				break;
			}
			case 'withdraw':
				server.withdrawn.add(nameOf(happening.ledger));
				break;
			case 'grant': {
				const name = nameOf(happening.ledger);
				server.withdrawn.delete(name);
				if (!server.books.has(name)) server.books.set(name, []);
				break;
			}
			case 'poll':
				await poll();
				break;
			case 'crash':
				hasCrashed = true;
				await poll(true);
				break;
			case 'restart':
				rig.restart();
				break;
		}
	}

	server.faults = [];
	server.withdrawn.clear();
	for (let quiet = 0; quiet < 3; ) {
		const items = await rig.poll();
		take(items);
		quiet = items.length === 0 ? quiet + 1 : 0;
	}
	return { delivered, expected, hasCrashed };
}

describe('whatever happens between and in the polls', () => {
	it('every sale comes, exactly once where nothing crashed, and always under one key of its own', async () => {
		await fc.assert(
			fc.asyncProperty(
				setting,
				fc.array(event, { minLength: 1, maxLength: 40 }),
				async (given, events) => {
					const { delivered, expected, hasCrashed } = await play(given, events);
					expect(new Set(delivered.keys())).toEqual(expected);
					const allKeys = [...delivered.values()].map((itsKeys) => {
						if (!hasCrashed) expect(itsKeys).toHaveLength(1);
						expect(new Set(itsKeys).size).toBe(1);
						return itsKeys[0];
					});
					expect(new Set(allKeys).size).toBe(allKeys.length);
				},
			),
			{ numRuns: 100 },
		);
	}, 300_000);
});
