import type { IDataObject } from 'n8n-workflow';

import { closeFeeds, ledgersOf, openFeeds, referencesOf } from '../../rigs/engine/trigger/feedRig';
import { sale, sales, type FeedServer } from '../../rigs/engine/servers/feedServer';
import { keysOf, type PollRig } from '../../rigs/engine/trigger/pollRig';

const REFUSED = { title: 'Bad Request', detail: 'Unknown cursor', traceId: 'trace-1' };

describe('a ledger that fails in poll after poll', () => {
	let server: FeedServer;
	let rig: PollRig;
	beforeEach(async () => {
		({ server, rig } = await openFeeds());
		rig.set({ startFrom: 'beginning' });
		for (const id of ['bad', 'good']) server.feeds.set(id, sales(3));
		await rig.poll();
	});
	afterEach(async () => await closeFeeds(server));

	const fail = (status: number, body: unknown = REFUSED, times = 1) => {
		for (let count = 0; count < times; count++) {
			server.failures.push({ path: 'ledgers/bad', reply: { status, body } });
		}
	};
	const sell = () => [...server.feeds.values()].forEach((feed) => feed.push(sale()));
	const pollAfter = async (hours: number) => {
		const now = Date.now() + hours * 3_600_000;
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
		return await rig.poll().finally(() => clock.mockRestore());
	};
	const words = (error?: Error & { description?: string }) =>
		`${error?.message} ${error?.description}`;

	it('is said by an execution at the third poll, while the others go on', async () => {
		for (const poll of [1, 2, 3]) {
			sell();
			fail(400);
			expect(ledgersOf(await rig.poll())).toEqual(['good']);
			expect(rig.told).toHaveLength(poll < 3 ? 0 : 1);
		}
		expect(rig.told[0]?.message).toBe("Can't read ledger bad");
		expect(rig.warnings[0]).toMatch(
			/ledger bad\. Vipps answered 400.*\. It is asked again at the next poll\.$/,
		);
		expect(words(rig.told[0])).toMatch(
			/Vipps rejected the trigger's checkpoint of ledger bad\. Vipps answered 400: Unknown cursor\. .*'Restart Ledgers'.*trace-1/,
		);
	});

	it('is said again after a day, and not before', async () => {
		for (const hours of [0, 1, 2, 25, 26, 27]) {
			fail(400);
			await pollAfter(hours);
		}
		expect(rig.told).toHaveLength(2);
	});

	it('is said of all such ledgers in one execution', async () => {
		server.feeds.set('bad too', sales(1));
		for (let poll = 0; poll < 3; poll++) {
			server.failures.push({ path: 'ledgers/bad too', reply: { status: 404, body: REFUSED } });
			fail(403);
			await rig.poll();
		}
		expect(rig.told.map(({ message }) => message)).toEqual(["Can't read ledgers bad, bad too"]);
	});

	it('is not said where it read on in between', async () => {
		for (const isRefused of [true, true, false, true, true]) {
			if (isRefused) fail(400);
			await rig.poll();
		}
		expect(rig.told).toEqual([]);
	});

	it('is said after a day where the failure might have passed', async () => {
		for (const hours of [0, 1, 2, 3, 25]) {
			fail(503, REFUSED, 5);
			await pollAfter(hours);
			expect(rig.told).toHaveLength(hours < 24 ? 0 : 1);
		}
	});

	it('blocks no other where it alone is answered 401 to a new token, too', async () => {
		sell();
		fail(401, REFUSED, 2);
		expect(ledgersOf(await rig.poll())).toEqual(['good']);
		expect(ledgersOf(await rig.poll())).toEqual(['bad']);
	});

	it('blocks no other either where it is the only one before them', async () => {
		rig.set({ startFrom: 'beginning', ledgers: 'selected', ledgerIds: ['bad', 'good', 'late'] });
		server.feeds.set('late', sales(1));
		sell();
		fail(401, REFUSED, 2);
		expect(ledgersOf(await rig.poll())).toEqual(['good', 'late']);
	});

	describe('and begins anew', () => {
		const restart = (...ledger: object[]) =>
			rig.set({ startFrom: 'beginning', options: { restartLedgers: { ledger } } as never });

		it('from its first sale, once, under the same keys', async () => {
			restart({ ledgerId: 'bad', from: 'beginning' });
			const again = await rig.poll();
			expect(referencesOf(again)).toEqual(referencesOf(server.feeds.get('bad') ?? []));
			expect(new Set(keysOf(again)).size).toBe(3);
			expect(await rig.poll()).toEqual([]);
			rig.restart();
			expect(await rig.poll()).toEqual([]);
		});

		it('from a date, in the time zone of the merchant', async () => {
			server.feeds.set('bad', [
				sale({ time: '2026-06-30T21:59:59Z', currency: 'NOK', reference: 'June' }),
				sale({ time: '2026-06-30T22:00:00Z', currency: 'NOK', reference: 'July' }),
				sale({ time: '2026-06-30T21:00:00Z', currency: 'EUR', reference: 'July in Helsinki' }),
			]);
			restart({ ledgerId: 'bad', from: 'date', date: '2026-07-01T00:00:00' });
			expect(referencesOf(await rig.poll())).toEqual(['July', 'July in Helsinki']);
			server.feeds.get('bad')?.push(sale({ time: '2026-05-01T00:00:00Z', reference: 'late' }));
			expect(referencesOf(await rig.poll())).toEqual(['late']);
		});

		it('once more when the setting is taken away and put back', async () => {
			for (let time = 0; time < 2; time++) {
				restart({ ledgerId: 'bad', from: 'beginning' });
				expect(await rig.poll()).toHaveLength(3);
				restart();
				expect(await rig.poll()).toEqual([]);
			}
		});

		it.each([
			{ name: 'no ledger', entry: { from: 'beginning' }, message: 'Restart Ledgers' },
			{ name: 'no date', entry: { ledgerId: 'bad', from: 'date' }, message: 'Date' },
			{ name: 'another choice', entry: { ledgerId: 'bad', from: 'now' }, message: 'Restart From' },
		])('is refused before any call with $name', async ({ entry, message }) => {
			restart(entry);
			server.calls.length = 0;
			await expect(rig.poll()).rejects.toThrow(message);
			expect(server.calls).toEqual([]);
		});
	});
});

describe('cursors that lead in a circle', () => {
	let server: FeedServer;
	let rig: PollRig;
	beforeEach(async () => {
		({ server, rig } = await openFeeds());
		rig.set({ startFrom: 'beginning', ledgers: 'selected', ledgerIds: ['cash'] });
	});
	afterEach(async () => await closeFeeds(server));

	it('make no new keys for the same cash sales, and lose none once they lead on', async () => {
		const cash = [1, 2, 3, 4].map((hour) =>
			sale({ pspReference: null, reference: '', time: `2026-06-01T0${hour}:00:00Z` }),
		);
		const next: Record<string, string> = { '': 'a', a: 'b', b: 'a' };
		server.onCall = ({ query }) => {
			const cursor = query.get('cursor') ?? '';
			const index = ['', 'a', 'b', 'c'].indexOf(cursor);
			const body = {
				items: index >= 3 ? [] : [cash[index]],
				cursor: next[cursor] ?? cursor,
				hasMore: index < 2 || next[cursor] === 'a',
			};
			server.failures.push({ path: 'ledgers/cash', reply: { body } });
		};
		const items: IDataObject[] = [];
		for (let poll = 0; poll < 4; poll++) {
			items.push(...(await rig.poll().catch(() => [])));
		}
		expect(keysOf(items)).toHaveLength(2);
		next.b = 'c';
		items.push(...(await rig.poll()));
		expect(keysOf(items)).toHaveLength(3);
		expect(new Set(keysOf(items)).size).toBe(3);
		expect(items.map(({ time }) => time)).toEqual(cash.slice(0, 3).map(({ time }) => time));
	});
});
