import { serveAnything } from '../../rigs/engine/servers/anyServer';
import { Engine, workflowOf } from '../../rigs/engine/engine';
import { PollRig } from '../../rigs/engine/trigger/pollRig';
import { setUp, type Rig } from '../../rigs/engine/rig';

const LEDGERS = '/settlement/v1/ledgers';
const getMany = { resource: 'ledger', operation: 'getAll' };

describe('Ledger: Get Many', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());
	beforeEach(() => void rig.calls());

	it('returns every ledger as Vipps sends it, page after page, when Return All is on', async () => {
		const { items } = await rig.run({ ...getMany, returnAll: true });
		expect(items).toEqual(rig.sandbox.ledgers());
		expect(items.every(({ ledgerId }) => typeof ledgerId === 'string')).toBe(true);
		expect(rig.calls()).toEqual([LEDGERS, expect.stringMatching(/ledgers\?cursor=/)]);
	});

	it('fetches no more pages than the limit needs', async () => {
		const { items } = await rig.run({ ...getMany, limit: 3 });
		expect(items).toEqual(rig.sandbox.ledgers().slice(0, 3));
		expect(rig.calls()).toEqual([LEDGERS]);
	});

	it('filters by recipient handle', async () => {
		const { items } = await rig.run({ ...getMany, filters: { recipientHandle: ' api:654322 ' } });
		expect(items.map(({ ledgerId }) => ledgerId)).toEqual(['310488']);
		expect(rig.calls()).toEqual([`${LEDGERS}?settlesForRecipientHandles=api%3A654322`]);
	});

	it('says so when no ledger has the handle', async () => {
		const { items, hints } = await rig.run({ ...getMany, filters: { recipientHandle: 'NO:0' } });
		expect(items).toEqual([]);
		expect(hints).toEqual([expect.objectContaining({ message: expect.stringContaining('NO:0') })]);
	});

	it('tells whom to ask where no merchant has granted access yet', async () => {
		const empty = await setUp({ ledgerCount: 0 });
		const { items, hints, error } = await empty.run({ ...getMany, returnAll: true });
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('Accounting partners') }),
		]);
	});
});

describe('the ledger drop-down', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());

	it('shows name, organisation number and ID, a page at a time', async () => {
		const first = await rig.engine.searchLedgers();
		expect(first.results[0]).toEqual({
			name: 'Fjordbakeriet Grünerløkka · 987654321 · 302321',
			value: '302321',
		});
		expect(first.results.map(({ name }) => name)).toContain('DK:451893 · 87654320 · 0451893');
		const second = await rig.engine.searchLedgers('', first.paginationToken as string);
		expect(second.paginationToken).toBeUndefined();
		expect([...first.results, ...second.results].map(({ value }) => value)).toEqual(
			rig.sandbox.ledgers().map(({ ledgerId }) => ledgerId),
		);
	});

	it.each([
		{ name: 'a name, in any case', filter: 'kahvila', ledgerId: '602118' },
		{ name: 'a handle', filter: 'FI:77001', ledgerId: '602745' },
		{ name: 'an ID', filter: '451893', ledgerId: '0451893' },
	])('finds a ledger on a later page by $name', async ({ filter, ledgerId }) => {
		const { results } = await rig.engine.searchLedgers(filter);
		expect(results.map(({ value }) => value)).toEqual([ledgerId]);
	});

	it('finds nothing where nothing matches', async () => {
		expect(await rig.engine.searchLedgers('no such merchant')).toEqual({ results: [] });
	});
});

describe('a ledger that comes on two pages of the list', () => {
	const pages: Record<string, object> = {
		'': { items: [{ ledgerId: '1' }, { ledgerId: '2' }], cursor: 'next' },
		next: { items: [{ ledgerId: '2' }, { ledgerId: '3' }], cursor: '' },
	};
	const serve = async () => {
		const feeds: string[] = [];
		const server = await serveAnything(({ segments, query }) => {
			if (segments[0] === 'settlement') return { body: pages[query.get('cursor') ?? ''] };
			feeds.push(segments[4] ?? '');
			return { body: { items: [], hasMore: false } };
		});
		const keys = { clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl };
		return { ...server, keys, feeds };
	};

	it('is got once, and read once by the trigger', async () => {
		const server = await serve();
		const json = workflowOf({ ...getMany, returnAll: true });
		const { items } = await new Engine(server.keys).run(json);
		expect(items.map(({ ledgerId }) => ledgerId)).toEqual(['1', '2', '3']);
		await new PollRig(server.keys).poll();
		expect(server.feeds.sort()).toEqual(['1', '2', '3']);
	});
});
