import { closeFeeds, ledgersOf, openFeeds } from '../../rigs/engine/feedRig';
import { sale, sales, type FeedServer } from '../../rigs/engine/feedServer';
import type { PollRig } from '../../rigs/engine/pollRig';

let server: FeedServer;
let rig: PollRig;

beforeEach(async () => {
	({ server, rig } = await openFeeds());
	server.books.set('one', sales(3)).set('two', sales(2));
});
afterEach(async () => await closeFeeds(server));

const beginning = { startFrom: 'beginning' };
const selected = { ...beginning, ledgers: 'selected' };

describe('the settings of the trigger', () => {
	it.each([
		['blanks around them', [' one\n', '\u00a0two\t']],
		['one of them twice', ['one', 'one ', 'two']],
		['nothing among them', ['one', null, '', '  ', 'two']],
	])('name ledgers with %s', async (_, ledgerIds) => {
		rig.set({ ...selected, ledgerIds: ledgerIds as string[] });
		expect(ledgersOf(await rig.poll())).toEqual(['one', 'two']);
	});

	it('name one ledger by an expression that gives a text', async () => {
		rig.set({ ...selected, ledgerIds: '={{ " one " }}' });
		expect(ledgersOf(await rig.poll())).toEqual(['one']);
	});

	it.each(['one', ' ONE '])('take entry types in any case: %j', async (type) => {
		server.books.set('one', [sale({ entryType: 'One' }), sale({ entryType: 'capture' })]);
		rig.set({ ...selected, ledgerIds: ['one'], entryTypes: [type] });
		expect(await rig.poll()).toMatchObject([{ entryType: 'One' }]);
	});

	it('take all entry types where none is given', async () => {
		for (const entryTypes of [[], [''], '={{ null }}', '={{ undefined }}']) {
			rig.set({ ...selected, ledgerIds: ['two'], entryTypes });
			rig.saved = '{}';
			expect(await rig.poll()).toHaveLength(2);
		}
	});

	it('take a number of items that an expression gives as a text', async () => {
		rig.set({ ...selected, ledgerIds: ['one'], options: { maxItems: '={{ " 2 " }}' } });
		expect(await rig.poll()).toHaveLength(2);
	});

	it.each([
		[{ ledgers: 'selected', ledgerIds: [{}] }, 'Ledger Names or IDs must be a text', '{}'],
		[{ ledgers: 'selected', ledgerIds: [true] }, 'Ledger Names or IDs must be a text', 'true'],
		[
			{ ledgers: 'selected', ledgerIds: [2 ** 53] },
			'Ledger Names or IDs must be a text, since a number that long loses digits',
			'9007199254740992',
		],
		[{ ledgers: 'selected', ledgerIds: ['  '] }, 'must be at least one ledger', '["  "]'],
		[{ ledgers: 'selected', ledgerIds: ['..'] }, 'must be IDs that fit', '[".."]'],
		[{ ledgers: 'some' }, 'Ledgers must be all or selected', '"some"'],
		[{ startFrom: 'Now' }, 'Start From must be now or beginning', '"Now"'],
		[{ entryTypes: [7] }, 'Entry Types must be texts', '[7]'],
		[{ entryTypes: ['capture', null] }, 'Entry Types must be texts', '["capture",null]'],
		[{ entryTypes: '={{ ({}) }}' }, 'Entry Types must be texts', '{}'],
		[{ output: '={{ null }}' }, 'Output must be entries, lines or rows', 'empty'],
		[{ options: { maxItems: '5.5' } }, 'Max Items must be a whole number from 1', '"5.5"'],
		[{ options: { maxItems: 'abc' } }, 'Max Items must be a whole number from 1', '"abc"'],
		[{ options: { maxItems: '={{ null }}' } }, 'Max Items must be a whole number', 'empty'],
		[{ options: { maxItems: '={{ "" }}' } }, 'Max Items must be a whole number', 'empty'],
	])(
		'are refused before any call when they make no sense: %j',
		async (parameters, message, shown) => {
			rig.set(parameters as never);
			await expect(rig.poll()).rejects.toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringContaining(message),
				description: `It is ${shown}.`,
			});
			expect(server.calls).toEqual([]);
		},
	);

	it('leave the words of n8n to an expression that fails', async () => {
		rig.set({ ...selected, ledgerIds: "={{ $('Nope').item.json.x }}" });
		await expect(rig.poll()).rejects.toMatchObject({
			name: 'ExpressionError',
			message: expect.stringMatching(/node/i),
			context: { parameter: 'ledgerIds' },
		});
		rig.set({ options: { maxItems: '={{ 1 + }}' } });
		await expect(rig.poll()).rejects.toMatchObject({
			message: 'invalid syntax',
			context: { parameter: 'options.maxItems' },
		});
		expect(server.calls).toEqual([]);
	});
});
