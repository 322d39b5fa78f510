import { serveAnything, type Call, type Reply } from '../../rigs/engine/servers/anyServer';
import { referencesOf } from '../../rigs/engine/trigger/feedRig';
import { sales, type Sale } from '../../rigs/engine/servers/feedServer';
import { PollRig } from '../../rigs/engine/trigger/pollRig';

const COUNT = 5000;
const selected = { ledgers: 'selected', ledgerIds: ['one', 'two'] };

/** A Vipps that gives the same sales on every date, by pages of a thousand. */
describe('a manual test of the trigger', () => {
	let server: Awaited<ReturnType<typeof serveAnything>>;
	let rig: PollRig;
	let feeds: Record<string, unknown[]>;
	let before: (call: Call) => void | Promise<void>;
	const answer = async (call: Call): Promise<Reply> => {
		await before(call);
		const sold = feeds[call.segments[4] ?? ''] ?? [];
		const from = Number(call.query.get('cursor') ?? 0);
		const to = from + 1000;
		const hasMore = to < sold.length;
		return { body: { items: sold.slice(from, to), cursor: String(to), hasMore } };
	};
	const test = async () => await rig.poll({ mode: 'manual' });
	/** The time limit, of which a test need not wait for all. */
	const endAfter = (milliseconds: number) => {
		const timeout = AbortSignal.timeout.bind(AbortSignal);
		jest
			.spyOn(AbortSignal, 'timeout')
			.mockImplementation((time) => timeout(time === 40_000 ? milliseconds : time));
	};
	const never = async () => await new Promise<void>(() => {});

	beforeEach(async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
		before = () => {};
		feeds = { one: sales(COUNT), two: sales(3) };
		server = await serveAnything(answer);
		rig = new PollRig({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
		rig.set(selected);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
	});

	it('shows the last sales of a busy date', async () => {
		const all = [...(feeds.one as Sale[]), ...(feeds.two as Sale[])];
		const latest = all.sort((one, other) => one.time.localeCompare(other.time)).slice(-10);
		expect(referencesOf(await test())).toEqual(referencesOf(latest));
	});

	it('shows the last that fit, wherever they are in the date', async () => {
		const refunds = sales(12, { entryType: 'refund' });
		feeds = { one: [...sales(3000), ...refunds, ...sales(1500)] };
		rig.set({ ...selected, triggerOn: 'refund' });
		expect(referencesOf(await test())).toEqual(referencesOf(refunds.slice(-10)));
	});

	it('shows what was found when the time is over within a date', async () => {
		endAfter(1000);
		before = async ({ query }) => (query.get('cursor') === '2000' ? await never() : undefined);
		feeds = { one: sales(COUNT) };
		const shown = (feeds.one as Sale[]).slice(1990, 2000);
		expect(referencesOf(await test())).toEqual(referencesOf(shown));
	});

	it('says what was read when the time is over and nothing has been found', async () => {
		endAfter(1000);
		before = async ({ query }) => (query.get('cursor') === '2000' ? await never() : undefined);
		feeds = { one: sales(COUNT), two: sales(COUNT) };
		rig.set({ ...selected, triggerOn: 'refund' });
		await expect(test()).rejects.toMatchObject({
			message: 'No matching sales found in 40 seconds',
			description: expect.stringMatching(
				/^By then, 4000 sales were read, back to \d{4}-\d\d-\d\d\. Nothing is wrong/,
			),
		});
	});

	it('says so when even the ledgers did not come in time', async () => {
		endAfter(500);
		before = never;
		rig.set({});
		await expect(test()).rejects.toMatchObject({
			message: 'No matching sales found in 40 seconds',
			description: expect.stringContaining('had not sent the list of ledgers'),
		});
	});

	it.each([{ amounts: { gross: 0.5 } }, { entryType: 7 }, { amounts: [] }, { lines: 'none' }])(
		'shows a sale that is sent odd: %j',
		async (odd) => {
			feeds = { one: [{ ...sales(1)[0], ...odd } as Sale] };
			rig.set({ ...selected, output: 'rows' });
			const [item] = await test();
			expect(item).toMatchObject({ ledgerId: 'one', dedupeKey: expect.any(String) });
			const isShaped = 'entryType' in odd;
			expect(typeof item?.shapeError).toBe(isShaped ? 'undefined' : 'string');
		},
	);

	it('leaves the words of Vipps as they are', async () => {
		server = await serveAnything(() => ({ status: 403, body: { title: 'Not yours' } }));
		rig = new PollRig({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
		rig.set(selected);
		await expect(test()).rejects.toMatchObject({
			httpCode: '403',
			description: expect.stringMatching(/^Vipps answered 403: Not yours/),
		});
	});
});
