import { closeFeeds, openFeeds, rigAt } from '../../rigs/engine/trigger/feedRig';
import { sale, sales, type FeedServer } from '../../rigs/engine/servers/feedServer';
import type { PollOptions, PollRig } from '../../rigs/engine/trigger/pollRig';

let server: FeedServer;
let rig: PollRig;
/** The same node once more: a rig has one poll at a time. */
let again: PollRig;

beforeEach(async () => {
	({ server, rig } = await openFeeds());
	again = rigAt(server);
	server.feeds.set('one', sales(3));
	for (const each of [rig, again]) each.set({ startFrom: 'beginning' });
});
afterEach(async () => await closeFeeds(server));

const planned = { budgetMs: 36_000 };
const activation = { isActivation: true, budgetMs: 300_000 };

/** Lets another poll start and end while the one at activation is at its first call. @returns how many items each delivered */
async function overlap(later: PollOptions) {
	let second: Promise<unknown[]> | undefined;
	server.onCall = async () => {
		if (second) return;
		await (second = again.poll(later));
	};
	const first = await rig.poll(activation);
	return [first.length, (await second)?.length];
}

describe('a poll that begins while another one is under way', () => {
	it('brings nothing where the durable scheduler has planned it', async () => {
		expect(await overlap(planned)).toEqual([3, 0]);
	});

	it('polls where it is that of another activation, which may have cut the first one off', async () => {
		expect(await overlap(activation)).toEqual([3, 3]);
	});
});

it('a planned poll goes on from that of the activation when n8n has had the time to keep it', async () => {
	expect(await rig.poll(activation)).toHaveLength(3);
	expect(await again.poll(planned)).toEqual([]);
	const now = Date.now();
	jest.spyOn(Date, 'now').mockReturnValue(now + 31_000);
	server.feeds.get('one')?.push(sale({ reference: 'new' }));
	expect(await rig.poll(planned)).toMatchObject([{ reference: 'new' }]);
});
