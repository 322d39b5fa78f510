import { closeFeeds, openFeeds, referencesOf, rigAt } from '../../rigs/engine/trigger/feedRig';
import { sale, sales, serveFeeds, type FeedServer } from '../../rigs/engine/servers/feedServer';
import type { PollRig } from '../../rigs/engine/trigger/pollRig';

let server: FeedServer;
let rig: PollRig;

beforeEach(async () => void ({ server, rig } = await openFeeds()));
afterEach(async () => await closeFeeds(server));

const inFeed = (id: string) => referencesOf(server.feeds.get(id) ?? []);

describe('a trigger that starts from now', () => {
	const past = { time: '2026-06-01T10:00:00Z' };
	const soon = () => ({ time: new Date(Date.now() + 1000).toISOString() });

	it('passes over what was sold before, by pages of 1000, and brings what is sold after', async () => {
		server.feeds.set('one', sales(2500, past));
		rig.set({ options: { maxItems: 1 } });
		expect(await rig.poll()).toEqual([]);
		expect(server.calls.filter((call) => call.includes('one'))).toHaveLength(3);
		server.feeds.get('one')?.push(sale({ ...past, reference: 'late' }));
		expect(referencesOf(await rig.poll())).toEqual(['late']);
	});

	it('misses nothing that is sold before it has read to the end', async () => {
		const feed = sales(3000, past);
		server.feeds.set('one', feed);
		server.onCall = ({ query }) => {
			if (query.get('cursor') === '1000') feed.push(sale({ ...soon(), reference: 'meanwhile' }));
		};
		expect(referencesOf(await rig.poll())).toEqual(['meanwhile']);
	});

	it('goes on the way to the end with the next poll when the time is over', async () => {
		server.feeds.set('one', sales(3000, past)).set('two', sales(10, past));
		const begun = Date.now();
		const clock = jest.spyOn(Date, 'now');
		server.onCall = ({ query }) => {
			if (query.get('cursor') === '1000') clock.mockReturnValue(begun + 30_000);
		};
		expect(await rig.poll()).toEqual([]);
		clock.mockRestore();
		server.onCall = () => {};
		expect(rig.saved).toContain('"since"');
		server.feeds.get('one')?.push(sale({ ...soon(), reference: 'new' }));
		server.calls = [];
		expect(referencesOf(await rig.poll())).toEqual(['new']);
		expect(server.calls.some((call) => call.includes('cursor=2000'))).toBe(true);
		expect(rig.saved).not.toContain('"since"');
	});

	it('holds Max Items before it has read to the end', async () => {
		server.feeds.set('one', [...sales(2500, past), ...sales(950, soon())]);
		rig.set({ ...rig.parameters, options: { maxItems: 100 } });
		const counts: number[] = [];
		for (let poll = 0; poll < 10; poll++) counts.push((await rig.poll()).length);
		expect(Math.max(...counts)).toBe(100);
		expect(counts.reduce((total, count) => total + count)).toBe(950);
	});

	it('brings all sales of a ledger that is granted while it runs, from the first one', async () => {
		server.feeds.set('one', sales(1, past));
		await rig.poll();
		server.feeds.set('two', sales(2, past));
		expect(referencesOf(await rig.poll())).toEqual(inFeed('two'));
	});

	it('keeps its start although the poll at activation brings nothing', async () => {
		server.feeds.set('one', sales(3, past));
		const output = await rig.output({ isActivation: true });
		expect(output).toEqual([[]]);
		server.feeds.get('one')?.push(sale({ ...past, reference: 'first' }));
		expect(referencesOf(await rig.poll())).toEqual(['first']);
		await expect(rig.output()).resolves.toBeNull();
	});

	it('keeps its start in an older host, too, through a restart', async () => {
		const older = rigAt(server, 'older');
		server.feeds.set('one', sales(3, past));
		await expect(older.output({ isActivation: true })).resolves.toBeNull();
		older.restart();
		server.feeds.get('one')?.push(sale({ ...past, reference: 'first' }));
		expect(referencesOf(await older.poll())).toEqual(['first']);
	});

	it('brings a sale whose time cannot be read', async () => {
		server.feeds.set('one', [sale({ time: 'noon' })]);
		expect(await rig.poll()).toHaveLength(1);
	});
});

describe('a choice of ledgers', () => {
	it('is read alone, without the ledger list', async () => {
		server.feeds.set('one', sales(1)).set('two', sales(1));
		rig.set({ startFrom: 'beginning', ledgers: 'selected', ledgerIds: ['two'] });
		expect(referencesOf(await rig.poll())).toEqual(inFeed('two'));
		expect(server.calls).toHaveLength(1);
	});

	it('keeps what still applies, drops the rest, and lets what is added start as Start From says', async () => {
		server.feeds.set('one', sales(1)).set('two', sales(1)).set('three', sales(1));
		rig.set({ startFrom: 'beginning' });
		await rig.poll();
		rig.set({ startFrom: 'now', ledgers: 'selected', ledgerIds: ['one'] });
		server.feeds.get('one')?.push(sale({ reference: 'new' }));
		expect(referencesOf(await rig.poll())).toEqual(['new']);
		expect(rig.saved).not.toContain('two');
		rig.set({ startFrom: 'now', ledgers: 'selected', ledgerIds: ['one', 'two'] });
		expect(await rig.poll()).toEqual([]);
		rig.set({ startFrom: 'beginning' });
		expect(referencesOf(await rig.poll())).toEqual(inFeed('three'));
	});

	it('starts anew with another base URL', async () => {
		server.feeds.set('one', sales(2));
		rig.set({ startFrom: 'beginning' });
		expect(await rig.poll()).toHaveLength(2);
		const other = await serveFeeds();
		other.feeds.set('one', sales(1)).set('mine', sales(3));
		rig.credential.data = { ...rig.credential.data, baseUrl: `${other.baseUrl}/`, accessToken: '' };
		expect(await rig.poll()).toHaveLength(4);
		expect(await rig.poll()).toEqual([]);
	});

	it.each([
		{
			parameters: { ledgers: 'selected' },
			message: "'Ledger Names or IDs' must be at least one ledger",
		},
		{
			parameters: { ledgers: 'selected', ledgerIds: ['..'] },
			message: "'Ledger Names or IDs' must be IDs",
		},
		{ parameters: { output: 'tables' }, message: "'Output' must be entries, lines or rows" },
		{
			parameters: { options: { maxItems: 0 } },
			message: "'Max Items' must be a whole number from 1",
		},
	])(
		'is refused before any call when it makes no sense: $parameters',
		async ({ parameters, message }) => {
			rig.set(parameters);
			await expect(rig.poll()).rejects.toThrow(message);
			expect(server.calls).toEqual([]);
		},
	);
});
