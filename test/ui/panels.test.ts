import type { Page } from 'playwright-core';

import { Editor } from '../rigs/editor/editor';
import { NodePanel } from '../rigs/editor/nodePanel';

/** Below Resource and Operation, from top to bottom. */
const panels = [
	{
		resource: 'Sale',
		operation: 'Get by Date',
		labels: ['Ledgers', 'Ledger', 'Period', 'Return All', 'Limit', 'Output', 'Options'],
	},
	{
		resource: 'Sale',
		operation: 'Get From Feed',
		labels: [
			'Ledgers',
			'Ledger',
			'Start From',
			'Cursor',
			'Return All',
			'Limit',
			'Output',
			'Options',
		],
	},
	{
		resource: 'Sale',
		operation: 'Get by Reference',
		labels: ['Ledger', 'Reference', 'Output', 'Options'],
	},
	{
		resource: 'Sale',
		operation: 'Get by PSP Reference',
		labels: ['Ledger', 'PSP Reference', 'Output', 'Options'],
	},
	{ resource: 'Ledger', operation: 'Get Many', labels: ['Return All', 'Limit', 'Filters'] },
	{ resource: 'Checkpoint', operation: 'Save', labels: ['Ledger', 'Cursor'] },
	{ resource: 'Checkpoint', operation: 'Get', labels: ['Ledger'] },
	{ resource: 'Checkpoint', operation: 'Clear', labels: ['Ledger'] },
];

describe("the node's panel", () => {
	let editor: Editor;
	let page: Page;
	let node: NodePanel;

	beforeAll(async () => {
		editor = await Editor.open();
		page = await editor.openSalesNode();
		node = await NodePanel.open(page);
	});
	afterAll(async () => await editor?.close());

	const placeholderOf = async (name: string) =>
		await node.field(name).locator('input, textarea').first().getAttribute('placeholder');

	it('opens on the sales of yesterday', async () => {
		expect([await node.value('resource'), await node.value('operation')]).toEqual([
			'Sale',
			'Get by Date',
		]);
		expect([await node.value('period'), await node.value('output')]).toEqual([
			'Yesterday',
			'Simplified',
		]);
	});

	it.each(panels)(
		'$resource: $operation shows its own fields in their order',
		async ({ resource, operation, labels }) => {
			await node.choose('resource', resource);
			await node.choose('operation', operation);
			expect(await node.labels()).toEqual(['Resource', 'Operation', ...labels]);
		},
	);

	it('puts what is wanted most first in its drop-downs', async () => {
		expect(await node.optionsOf('resource')).toEqual(['Sale', 'Ledger', 'Checkpoint']);
		await node.choose('resource', 'Sale');
		expect(await node.optionsOf('operation')).toEqual([
			'Get by Date',
			'Get From Feed',
			'Get by Reference',
			'Get by PSP Reference',
		]);
		expect(await node.optionsOf('output')).toEqual(['Simplified', 'Raw', 'Order Lines']);
	});

	it('asks for no ledger if all are read, and for several from the list if some are', async () => {
		await node.choose('operation', 'Get by Date');
		expect(await node.optionsOf('ledgers')).toEqual(['One', 'All', 'Selected']);
		await node.choose('ledgers', 'All');
		const others = ['Period', 'Return All', 'Limit', 'Output', 'Options'];
		expect(await node.labels()).toEqual(['Resource', 'Operation', 'Ledgers', ...others]);
		await node.choose('ledgers', 'Selected');
		expect(await node.labels()).toContain('Ledger Names or IDs');
		expect(await node.optionsOf('ledgerIds')).toContainEqual(expect.stringContaining('302321'));
	});

	it('starts the feeds of several ledgers at their saved checkpoints alone', async () => {
		await node.choose('operation', 'Get From Feed');
		expect(await node.labels()).toContain('Ledger Names or IDs');
		expect(await node.labels()).not.toContain('Cursor');
		expect(await node.value('startFrom')).toBe('Saved Checkpoint');
		expect(await node.optionsOf('startFrom')).toEqual(['Saved Checkpoint']);
		await node.choose('ledgers', 'One');
		expect(await node.optionsOf('startFrom')).toEqual(['Cursor', 'Saved Checkpoint']);
	});

	it('offers periods, and the options that are rarely needed', async () => {
		await node.choose('operation', 'Get by Date');
		expect(await node.optionsOf('period')).toEqual([
			...['Date', 'Date Range', 'Last 7 Days', 'Last Month', 'This Month', 'Today', 'Yesterday'],
		]);
		expect(await node.optionsToAdd()).toEqual(['Max Parallel Requests', 'Page Size', 'Time Zone']);
		await node.choose('operation', 'Get by Reference');
		expect(await node.optionsToAdd()).toEqual(['If Not Found', 'Max Parallel Requests']);
		await node.addOption('If Not Found');
		expect(await node.value('ifNotFound')).toBe('Stop With an Error');
	});

	it('asks for a date or two as Period says, and for no limit if Return All is on', async () => {
		await node.choose('operation', 'Get by Date');
		await node.choose('period', 'Date');
		await node.field('date').waitFor();
		await node.choose('period', 'Date Range');
		await node.field('toDate').waitFor();
		await node.toggle('returnAll');
		await node.field('limit').waitFor({ state: 'detached' });
		expect(await node.labels()).toEqual(
			expect.arrayContaining(['Period', 'From Date', 'To Date', 'Return All', 'Output']),
		);
		expect(await node.labels()).not.toContain('Date');
	});

	it('says by placeholders and hints what to enter', async () => {
		await node.choose('operation', 'Get by Reference');
		expect(await placeholderOf('reference')).toBe('e.g. 12494299492');
		await node.choose('operation', 'Get by PSP Reference');
		expect(await placeholderOf('pspReference')).toBe('e.g. 35054310398');
		await node.choose('operation', 'Get From Feed');
		expect(await placeholderOf('cursor')).toBe('e.g. 2ScAAAAAAAA=');
		const ledger = node.field('ledgerId').getByTestId('rlc-input');
		expect(await ledger.getAttribute('placeholder')).toBe('Select a ledger…');
		await node.choose('ledgerId', 'By ID');
		expect(await ledger.getAttribute('placeholder')).toBe('e.g. 302321');
		await node.parameters.getByText('The ledgerId that Ledger: Get Many gives').waitFor();
	});
});
