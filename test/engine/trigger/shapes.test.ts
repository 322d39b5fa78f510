import { sale, type FeedServer } from '../../rigs/engine/servers/feedServer';
import { closeFeeds, openFeeds, referencesOf } from '../../rigs/engine/trigger/feedRig';
import { keysOf, type PollRig } from '../../rigs/engine/trigger/pollRig';

describe('the items of the trigger', () => {
	let server: FeedServer;
	let rig: PollRig;
	beforeEach(async () => void ({ server, rig } = await openFeeds()));
	afterEach(async () => await closeFeeds(server));

	const half = { amounts: { gross: 0.5 } };

	it.each(['rows', 'lines'])(
		'as %s continue after a sale that does not fit, and lose nothing',
		async (output) => {
			rig.set({ startFrom: 'beginning', output });
			server.mostPerPage = 2;
			const one = [sale(), sale(half), sale({ amounts: 'none' as never }), sale(), sale()];
			server.feeds.set('one', one).set('two', [sale()]);
			const items = await rig.poll();
			expect(referencesOf(items).sort()).toEqual(
				referencesOf([...one, ...(server.feeds.get('two') ?? [])]).sort(),
			);
			expect(items.filter(({ shapeError }) => shapeError)).toMatchObject([
				{ ...one[1], date: '2026-06-01', ledgerId: 'one', dedupeKey: expect.any(String) },
				{ ...one[2], date: '2026-06-01', ledgerId: 'one', dedupeKey: expect.any(String) },
			]);
			expect(new Set(keysOf(items)).size).toBe(items.length);
			expect(rig.warnings).toEqual([]);
			server.feeds.get('one')?.push(sale({ reference: 'next' }));
			expect(await rig.poll()).toMatchObject([{ reference: 'next', finding: null }]);
		},
	);

	it('begin with the date of the sale, then say where it is from', async () => {
		rig.set({ startFrom: 'beginning', output: 'rows' });
		server.feeds.set('one', [sale({ time: '2026-06-30T22:30:00Z' }), sale(half)]);
		const [row, odd] = (await rig.poll()).map((item) => Object.entries(item));
		expect(row?.slice(0, 2)).toEqual([
			['date', '2026-07-01'],
			['entryType', 'capture'],
		]);
		expect(odd?.slice(0, 2)).toEqual([
			['date', '2026-06-01'],
			['ledgerId', 'one'],
		]);
		rig.set({ startFrom: 'beginning', output: 'entries' });
		server.feeds.get('one')?.push(sale());
		expect(Object.keys((await rig.poll())[0] ?? {}).slice(0, 2)).toEqual(['ledgerId', 'dedupeKey']);
	});

	it('have two keys where two references became one number', async () => {
		rig.set({ startFrom: 'beginning' });
		const same = sale({ pspReference: 12345678901234567000 as never });
		server.feeds.set('one', [same, same]);
		const items = await rig.poll();
		expect(new Set(keysOf(items)).size).toBe(2);
		expect(items[0]?.shapeError).toMatch(/pspReference is/);
	});

	it('are delivered even if a time or type is not a text', async () => {
		rig.set({ startFrom: 'beginning', output: 'rows' });
		const strange = [{ time: { toString: 1 } }, { entryType: 7 }, { reference: { toString: 1 } }];
		server.feeds.set(
			'one',
			strange.map((fields) => sale(fields as never)),
		);
		expect(await rig.poll()).toMatchObject(strange);
	});
});
