import { sleep } from 'n8n-workflow';

import { POLL_CONCURRENCY } from '../../../nodes/shared/polling/poll';
import { closeFeeds, openFeeds, referencesOf, rigAt } from '../../rigs/engine/trigger/feedRig';
import { sale, sales, type FeedServer } from '../../rigs/engine/servers/feedServer';
import { keysOf, type PollRig } from '../../rigs/engine/trigger/pollRig';

let server: FeedServer;
let rig: PollRig;

beforeEach(async () => void ({ server, rig } = await openFeeds()));
afterEach(async () => await closeFeeds(server));

const inBook = (id: string) => referencesOf(server.feeds.get(id) ?? []);

describe('a trigger that starts from the beginning', () => {
	beforeEach(() => rig.set({ startFrom: 'beginning' }));

	it('brings every sale of every ledger once, in the order of its feed', async () => {
		server.feeds.set('one', sales(2500)).set('two', sales(3));
		const items = await rig.poll();
		expect(referencesOf(items)).toEqual([...inBook('one'), ...inBook('two')]);
		expect(items.at(-1)).toMatchObject({ ledgerId: 'two', entryType: 'capture' });
		expect(new Set(keysOf(items)).size).toBe(2503);
		await expect(rig.output()).resolves.toBeNull();
	});

	it('brings only what is new with the next polls', async () => {
		server.feeds.set('one', sales(3));
		await rig.poll();
		server.feeds.get('one')?.push(sale({ reference: 'new' }));
		expect(referencesOf(await rig.poll())).toEqual(['new']);
		expect(await rig.poll()).toEqual([]);
	});

	it('brings again what came with a poll whose state was not saved, under the same keys', async () => {
		server.feeds.set('one', sales(3));
		const lost = await rig.poll({ crashes: true });
		expect(referencesOf(lost)).toEqual(inBook('one'));
		expect(await rig.poll()).toEqual(lost);
	});

	it('brings all sales of a ledger that is granted while it runs', async () => {
		server.feeds.set('one', sales(1));
		await rig.poll();
		server.feeds.set('two', sales(2));
		expect(referencesOf(await rig.poll())).toEqual(inBook('two'));
	});

	it.each(['entries', 'rows', 'lines'])(
		'gives %s, each item under a key of its own',
		async (output) => {
			rig.set({ startFrom: 'beginning', output });
			const lines = [
				{ lineId: '1', lineTotalGross: 60 },
				{ lineId: '2', lineTotalGross: 40 },
			];
			server.feeds.set('one', [sale({ lines }), sale({ lines: null })]);
			const items = await rig.poll();
			expect(items).toHaveLength(output === 'lines' ? 3 : 2);
			expect(new Set(keysOf(items)).size).toBe(items.length);
			expect(items[0]).toMatchObject(
				{ entries: { lines }, rows: { gross: 1, lineCount: 2 }, lines: { lineTotalGross: 0.6 } }[
					output
				] ?? {},
			);
		},
	);

	it('leaves out the types that were not asked for, and gets past them', async () => {
		rig.set({ startFrom: 'beginning', triggerOn: 'refund' });
		server.feeds.set('one', [sale(), sale({ entryType: 'Refund' }), sale({ entryType: 'odd' })]);
		expect(await rig.poll()).toMatchObject([{ entryType: 'Refund' }]);
		expect(await rig.poll()).toEqual([]);
		rig.set({ startFrom: 'beginning' });
		server.feeds.get('one')?.push(sale({ entryType: 'odd' }));
		expect(await rig.poll()).toMatchObject([{ entryType: 'odd' }]);
	});

	it.each(['cursor', 'newCursor', 'noCursor', 'noCursorOnLastPage', 'noHasMore'] as const)(
		'brings nothing twice however a feed ends: %s',
		async (end) => {
			server.end = end;
			const feed = sales(3);
			server.feeds.set('one', feed);
			expect(await rig.poll()).toHaveLength(3);
			expect(await rig.poll()).toEqual([]);
			feed.push(...sales(2));
			expect(referencesOf(await rig.poll())).toEqual(inBook('one').slice(3));
			expect(await rig.poll()).toEqual([]);
			feed.push(...sales(1200));
			expect(referencesOf(await rig.poll())).toEqual(inBook('one').slice(5));
			expect(await rig.poll()).toEqual([]);
		},
	);

	it('tells equal cash sales apart, on either side of a page and a poll', async () => {
		rig.set({ startFrom: 'beginning', options: { maxItems: 2 } });
		const cash = sale({ pspReference: null });
		server.feeds.set('one', [cash, cash, cash, sale(), cash]);
		const all = [...(await rig.poll()), ...(await rig.poll()), ...(await rig.poll())];
		expect(new Set(keysOf(all)).size).toBe(5);
		const other = rigAt(server);
		other.set({ startFrom: 'beginning' });
		expect(keysOf(await other.poll())).toEqual(keysOf(all));
	});
});

describe('Max Items', () => {
	it('bounds one poll, in whole pages, and the rest comes with the next', async () => {
		rig.set({ startFrom: 'beginning', options: { maxItems: 10 } });
		for (const id of ['one', 'two', 'three']) server.feeds.set(id, sales(7));
		const polls = [await rig.poll(), await rig.poll(), await rig.poll()];
		expect(polls.map(({ length }) => length)).toEqual([10, 10, 1]);
		expect(referencesOf(polls.flat()).sort()).toEqual(
			['one', 'two', 'three'].flatMap(inBook).sort(),
		);
	});

	it('reads each of 200 ledgers', async () => {
		rig.set({ startFrom: 'beginning', options: { maxItems: 50 } });
		for (let id = 0; id < 200; id++) server.feeds.set(`ledger-${id}`, sales(id === 0 ? 5000 : 2));
		const seen = new Set<unknown>();
		for (let polls = 0; polls < 20; polls++) {
			for (const { ledgerId } of await rig.poll()) seen.add(ledgerId);
		}
		expect(seen.size).toBe(200);
	});

	it('reads every ledger in the end if all have more than a poll takes', async () => {
		rig.set({ startFrom: 'beginning', options: { maxItems: 20 } });
		for (let id = 0; id < 60; id++) server.feeds.set(`ledger-${id}`, sales(50));
		const seen = new Set<unknown>();
		for (let polls = 0; polls < 12; polls++) {
			for (const { ledgerId } of await rig.poll()) seen.add(ledgerId);
		}
		expect(seen.size).toBe(60);
	});

	it('does not keep a poll from getting to all ledgers where most have nothing new', async () => {
		rig.set({ startFrom: 'beginning', options: { maxItems: 5 } });
		for (let id = 0; id < 40; id++) server.feeds.set(`ledger-${id}`, id === 39 ? sales(1) : []);
		expect(await rig.poll()).toHaveLength(1);
	});

	it('makes one call for each of 200 ledgers that have nothing new, several at a time', async () => {
		rig.set({ startFrom: 'now', options: { maxItems: 100 } });
		for (let id = 0; id < 200; id++) server.feeds.set(`ledger-${id}`, []);
		let atOnce = 0;
		let most = 0;
		server.onCall = async () => {
			most = Math.max(most, ++atOnce);
			await sleep(5);
			atOnce--;
		};
		await rig.poll();
		expect(server.calls).toHaveLength(201);
		expect(most).toBeLessThanOrEqual(POLL_CONCURRENCY);
		expect(most).toBeGreaterThan(1);
	});
});
