import { serveAnything } from '../../rigs/engine/servers/anyServer';
import { Engine } from '../../rigs/engine/engine';
import { PollRig } from '../../rigs/engine/trigger/pollRig';

const two = {
	ledgerId: '302321',
	currency: 'NOK',
	owner: { scheme: 'business:NO:ORG', id: '987654321' },
	settlesForRecipientHandles: ['NO:123456', 'NO:123457', 'api:654321'],
	salesUnits: [
		{ name: 'Fjordbakeriet Grünerløkka', recipientHandle: 'NO:123456' },
		{ name: 'Fjordbakeriet Torshov', recipientHandle: 'NO:777777' },
		{ name: 'Kiosk 12 34' },
	],
};
/** What the documentation rules out, and a drop-down should bear all the same. */
const malformed = [
	{ salesUnits: {}, settlesForRecipientHandles: {}, owner: null },
	{ salesUnits: null, settlesForRecipientHandles: null, owner: 'me' },
	{ salesUnits: 'unit', settlesForRecipientHandles: 'NO:1', owner: [] },
	{ salesUnits: [null, 'unit', { name: 7 }, [], { name: 'Odd' }] },
	{ settlesForRecipientHandles: [null, 7, {}, '', 'NO:555'], owner: { id: 5 } },
	{ salesUnits: [{ name: {}, recipientHandle: [] }], settlesForRecipientHandles: 3 },
].map((ledger, index) => ({ ledgerId: `odd-${index}`, ...ledger }));

let items: object[] = [];
let server: Awaited<ReturnType<typeof serveAnything>>;
const keys = () => ({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
beforeAll(async () => void (server = await serveAnything(() => ({ body: { items, cursor: '' } }))));
afterAll(async () => await server.close());

const search = async (filter?: string) =>
	(await new Engine(keys()).searchLedgers(filter)).results.map(({ value }) => value);
const choices = async () => await new PollRig(keys()).ledgerOptions();

describe('the search for a ledger', () => {
	beforeAll(() => void (items = [{ ledgerId: '1', salesUnits: [{ name: 'Other' }] }, two]));

	it.each([
		{ given: 'its first sales unit', filter: 'grünerløkka' },
		{ given: 'any other sales unit', filter: 'TORSHOV' },
		{ given: 'a sales unit with a number in its name', filter: 'kiosk 12 34' },
		{ given: 'the handle of another sales unit', filter: 'NO:777777' },
		{ given: 'that handle without its country', filter: '777777' },
		{ given: 'a handle that it settles for', filter: 'no:123457' },
		{ given: 'that handle without its country', filter: '123457' },
		{ given: 'an API sales unit', filter: 'api:654321' },
		{ given: 'an API sales unit without its prefix', filter: '654321' },
		{ given: 'the organisation number of its owner', filter: '987654321' },
		{ given: 'the organisation number with spaces', filter: ' 987 654 321 ' },
		{ given: 'the organisation number with no-break spaces', filter: '987\u00a0654\u00a0321' },
		{ given: 'a part of its ID', filter: '0232' },
		{ given: 'its label', filter: 'Fjordbakeriet Grünerløkka +2 · 987654321 · 302321' },
	])('finds it by $given', async ({ filter }) => {
		expect(await search(filter)).toEqual(['302321']);
	});

	it.each(['DK:123456', '987 654 322', 'Oslo'])('does not find it by %s', async (filter) => {
		expect(await search(filter)).toEqual([]);
	});

	it('gives all where nothing is typed', async () => {
		for (const filter of [undefined, '', '  ']) {
			expect(await search(filter)).toEqual(['1', '302321']);
		}
	});
});

describe('ledgers that are not as documented', () => {
	beforeAll(() => void (items = [...malformed, { currency: 'NOK' }, { ledgerId: null }]));

	it('are in the search, without what makes no sense', async () => {
		expect(await search('odd-')).toEqual(malformed.map(({ ledgerId }) => ledgerId));
		expect(await search('NO:555')).toEqual(['odd-4']);
		expect(await search('object')).toEqual([]);
		expect(await search('null')).toEqual([]);
		expect(await search()).toHaveLength(malformed.length);
	});

	it("are in the trigger's list, too", async () => {
		expect((await choices()).map(({ name }) => name)).toEqual([
			'NO:555 · odd-4',
			'Odd · odd-3',
			'odd-0',
			'odd-1',
			'odd-2',
			'odd-5',
		]);
	});

	it('come once where Vipps sends one twice', async () => {
		items = [two, { ledgerId: '302321' }, two];
		expect(await search()).toEqual(['302321']);
		expect(await choices()).toEqual([
			{ name: 'Fjordbakeriet Grünerløkka +2 · 987654321 · 302321', value: '302321' },
		]);
	});
});
