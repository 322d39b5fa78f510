import { POLL_CONCURRENCY } from '../../../nodes/shared/polling/poll';
import { closeFeeds, ledgersOf, openFeeds } from '../../rigs/engine/trigger/feedRig';
import { sale, sales, type FeedServer } from '../../rigs/engine/servers/feedServer';
import type { PollRig } from '../../rigs/engine/trigger/pollRig';

let server: FeedServer;
let rig: PollRig;
const never = async () => await new Promise<void>(() => {});

beforeEach(async () => {
	({ server, rig } = await openFeeds());
	rig.set({ startFrom: 'beginning' });
});
afterEach(async () => await closeFeeds(server));

const fail = (path: string, status: number, times: number) => {
	for (let time = 0; time < times; time++)
		server.failures.push({ path, reply: { status, body: { title: 'No' } } });
};
describe('a ledger whose access is withdrawn', () => {
	it.each([403, 404])(
		'is skipped under %d, told of once in the log, asked again, and goes on where it was',
		async (status) => {
			rig.set({ startFrom: 'beginning', ledgers: 'selected', ledgerIds: ['one', 'two'] });
			server.feeds.set('one', sales(2)).set('two', sales(2));
			await rig.poll();
			fail('ledgers/one', status, 3);
			for (const reference of ['a', 'b', 'c']) {
				server.feeds.get('one')?.push(sale());
				server.feeds.get('two')?.push(sale({ reference }));
				expect(await rig.poll()).toMatchObject([{ ledgerId: 'two', reference }]);
			}
			expect(rig.warnings).toEqual([expect.stringMatching(/ledger one.*asked again at each poll/)]);
			expect(await rig.poll()).toHaveLength(3);
			fail('ledgers/one', status, 1);
			await rig.poll();
			expect(rig.warnings).toHaveLength(2);
		},
	);

	it('keeps its place while it is not in the list, too', async () => {
		server.feeds.set('one', sales(2)).set('two', sales(2));
		await rig.poll();
		server.withdrawn.add('one');
		expect(await rig.poll()).toEqual([]);
		server.withdrawn.clear();
		server.feeds.get('one')?.push(sale({ reference: 'new' }));
		expect(await rig.poll()).toMatchObject([{ reference: 'new' }]);
	});
});

describe('a ledger that fails otherwise', () => {
	it('holds back no other, and comes with the next poll', async () => {
		for (const id of ['one', 'two', 'three']) server.feeds.set(id, sales(1));
		fail('ledgers/two', 500, 5);
		expect(ledgersOf(await rig.poll())).toEqual(['one', 'three']);
		expect(rig.warnings).toEqual([expect.stringMatching(/ledger two.*at the next poll/)]);
		expect(ledgersOf(await rig.poll())).toEqual(['two']);
	});

	it('gives what came before it failed, once', async () => {
		server.mostPerPage = 2;
		server.feeds.set('one', sales(6));
		server.onCall = ({ query }) => {
			if (query.get('cursor') === '4' && server.failures.length === 0) fail('ledgers/one', 500, 5);
		};
		expect(await rig.poll()).toHaveLength(4);
		server.onCall = () => {};
		expect(await rig.poll()).toHaveLength(2);
	});

	it('holds back no other when it never answers', async () => {
		for (const id of ['one', 'two', 'three']) server.feeds.set(id, sales(1));
		server.onCall = async ({ segments }) => (segments.includes('one') ? await never() : undefined);
		const begun = Date.now();
		expect(ledgersOf(await rig.poll({ budgetMs: 5000 }))).toEqual(['two', 'three']);
		// By itself the call would go on for thirty seconds.
		expect(Date.now() - begun).toBeLessThan(25_000);
		server.onCall = () => {};
		expect(ledgersOf(await rig.poll())).toEqual(['one']);
	});

	it('lets the next poll begin with others where those that never answer take all the time', async () => {
		for (let id = 0; id < 30; id++) server.feeds.set(`ledger-${id}`, sales(1));
		const mute = [...server.feeds.keys()].slice(0, POLL_CONCURRENCY);
		server.onCall = async ({ segments }) =>
			mute.includes(segments.at(-1) ?? '') ? await never() : undefined;
		expect(await rig.poll({ budgetMs: 1500 })).toEqual([]);
		expect(ledgersOf(await rig.poll({ budgetMs: 1500 }))).toHaveLength(30 - mute.length);
	});
});

describe('when nothing can be read', () => {
	it('the poll throws, and the next one goes on from the same place', async () => {
		server.feeds.set('one', sales(1)).set('two', sales(1));
		await rig.poll();
		const { saved } = rig;
		server.feeds.get('one')?.push(sale({ reference: 'new' }));
		fail('sales/report', 500, 10);
		await expect(rig.poll()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringContaining('Could not get the sales feed of ledger'),
			httpCode: '500',
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(rig.saved).toBe(saved);
		expect(await rig.poll()).toMatchObject([{ reference: 'new' }]);
	});

	it('the poll throws for a ledger list that fails', async () => {
		server.feeds.set('one', sales(1));
		fail('settlement', 500, 5);
		await expect(rig.poll()).rejects.toThrow('Could not get the ledgers');
	});

	it('the poll throws when access to all is withdrawn', async () => {
		rig.set({ ledgers: 'selected', ledgerIds: ['one', 'two'] });
		await expect(rig.poll()).rejects.toMatchObject({
			httpCode: '404',
			failure: { cause: 'configuration-invalid' },
		});
	});

	it('the poll throws in time when nothing answers', async () => {
		server.feeds.set('one', sales(1));
		server.onCall = async ({ segments }) => (segments.includes('one') ? await never() : undefined);
		await expect(rig.poll({ budgetMs: 1500 })).rejects.toMatchObject({
			description: expect.stringContaining('did not answer in the time'),
			failure: { cause: 'temporarily-unavailable' },
		});
	});
});

describe('when so many ledgers are mute that a poll cannot try them all', () => {
	it('the second poll in a row that brings nothing throws', async () => {
		for (let id = 0; id < 30; id++) server.feeds.set(`ledger-${id}`, sales(1));
		server.onCall = async ({ segments }) => (segments[0] === 'sales' ? await never() : undefined);
		expect(await rig.poll({ budgetMs: 1500 })).toEqual([]);
		await expect(rig.poll({ budgetMs: 1500 })).rejects.toMatchObject({
			failure: { cause: 'temporarily-unavailable' },
		});
		server.onCall = () => {};
		expect(await rig.poll()).toHaveLength(30);
	});
});
