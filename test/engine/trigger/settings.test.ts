import { closeFeeds, ledgersOf, openFeeds } from '../../rigs/engine/trigger/feedRig';
import { sale, sales, type FeedServer } from '../../rigs/engine/servers/feedServer';
import type { PollRig } from '../../rigs/engine/trigger/pollRig';

let server: FeedServer;
let rig: PollRig;

beforeEach(async () => {
	({ server, rig } = await openFeeds());
	server.feeds.set('one', sales(3)).set('two', sales(2));
});
afterEach(async () => await closeFeeds(server));

const beginning = { startFrom: 'beginning' };
const selected = { ...beginning, ledgers: 'selected' };

describe('the settings of the trigger', () => {
	it.each([
		{ given: 'blanks around them', ledgerIds: [' one\n', '\u00a0two\t'] },
		{ given: 'one of them twice', ledgerIds: ['one', 'one ', 'two'] },
		{ given: 'nothing among them', ledgerIds: ['one', null, '', '  ', 'two'] },
	])('name ledgers with $given', async ({ ledgerIds }) => {
		rig.set({ ...selected, ledgerIds: ledgerIds as string[] });
		expect(ledgersOf(await rig.poll())).toEqual(['one', 'two']);
	});

	it('name one ledger by an expression that gives a text', async () => {
		rig.set({ ...selected, ledgerIds: '={{ " one " }}' });
		expect(ledgersOf(await rig.poll())).toEqual(['one']);
	});

	it.each([
		{ triggerOn: 'all', gives: ['Capture', 'REFUND', 'later', undefined] },
		{ triggerOn: 'capture', gives: ['Capture'] },
		{ triggerOn: 'refund', gives: ['REFUND'] },
	])('take entries for Trigger On set to $triggerOn', async ({ triggerOn, gives }) => {
		const types = ['Capture', 'REFUND', 'later', undefined];
		server.feeds.set(
			'one',
			types.map((entryType) => sale({ entryType })),
		);
		rig.set({ ...selected, ledgerIds: ['one'], triggerOn });
		expect((await rig.poll()).map(({ entryType }) => entryType)).toEqual(gives);
	});

	it('give simplified sales as the trigger opens', async () => {
		rig.set({ ...selected, ledgerIds: ['one'] });
		delete rig.parameters.output;
		const [row] = await rig.poll();
		expect(Object.keys(row ?? {})).toEqual(expect.arrayContaining(['date', 'gross', 'dedupeKey']));
	});

	it('take a number of items that an expression gives as a text', async () => {
		rig.set({ ...selected, ledgerIds: ['one'], options: { maxItems: '={{ " 2 " }}' } });
		expect(await rig.poll()).toHaveLength(2);
	});

	it.each([
		{
			parameters: { ledgers: 'selected', ledgerIds: [{}] },
			message: "'Ledger Names or IDs' must be a text",
			shown: '{}',
		},
		{
			parameters: { ledgers: 'selected', ledgerIds: [true] },
			message: "'Ledger Names or IDs' must be a text",
			shown: 'true',
		},
		{
			parameters: { ledgers: 'selected', ledgerIds: [2 ** 53] },
			message: "'Ledger Names or IDs' must be a text, since a number that long loses digits",
			shown: '9007199254740992',
		},
		{
			parameters: { ledgers: 'selected', ledgerIds: ['  '] },
			message: 'must be at least one ledger',
			shown: '["  "]',
		},
		{
			parameters: { ledgers: 'selected', ledgerIds: ['..'] },
			message: 'must be IDs that fit',
			shown: '[".."]',
		},
		{
			parameters: { ledgers: 'some' },
			message: "'Ledgers' must be all or selected",
			shown: '"some"',
		},
		{
			parameters: { startFrom: 'Now' },
			message: "'Start From' must be now or beginning",
			shown: '"Now"',
		},
		{
			parameters: { triggerOn: ['refund'] },
			message: "'Trigger On' must be all, capture or refund",
			shown: '["refund"]',
		},
		{
			parameters: { triggerOn: 'Refund' },
			message: "'Trigger On' must be all, capture or refund",
			shown: '"Refund"',
		},
		{
			parameters: { output: '={{ null }}' },
			message: "'Output' must be entries, lines or rows",
			shown: undefined,
		},
		{
			parameters: { options: { maxItems: '5.5' } },
			message: "'Max Items' must be a whole number from 1",
			shown: '"5.5"',
		},
		{
			parameters: { options: { maxItems: 'abc' } },
			message: "'Max Items' must be a whole number from 1",
			shown: '"abc"',
		},
		{
			parameters: { options: { maxItems: '={{ null }}' } },
			message: "'Max Items' must be a whole number",
			shown: undefined,
		},
		{
			parameters: { options: { maxItems: '={{ "" }}' } },
			message: "'Max Items' must be a whole number",
			shown: undefined,
		},
	])(
		'are refused before any call when they make no sense: $parameters',
		async ({ parameters, message, shown }) => {
			rig.set(parameters as never);
			await expect(rig.poll()).rejects.toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringContaining(message),
				description: shown === undefined ? 'It is empty.' : `You entered ${shown}.`,
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
