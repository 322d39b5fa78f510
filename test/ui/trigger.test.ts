import type { Page } from 'playwright-core';

import { TRIGGER_TYPE } from '../rigs/n8n/setup/package.cts';
import { around, picture } from '../rigs/editor/picture.cts';
import { NOW } from '../rigs/editor/setup/rig.cts';
import { vipps } from '../rigs/editor/vipps';
import { Editor } from '../rigs/editor/editor';
import { NodePanel } from '../rigs/editor/nodePanel';

const TRIGGER = 'Vipps Sales Trigger';
const BEFORE_ALL_SALES = '2026-03-01T12:00:00Z';

describe('the trigger in the editor', () => {
	let editor: Editor;
	let page: Page;
	let node: NodePanel;

	beforeAll(async () => {
		editor = await Editor.open();
		page = await editor.openWorkflow({
			name: 'Trigger',
			nodes: [{ name: TRIGGER, type: TRIGGER_TYPE, position: [0, 0] }],
			connections: {},
		});
		node = await NodePanel.open(page, TRIGGER);
	});
	afterAll(async () => {
		await vipps.setClock(NOW);
		await editor?.close();
	});

	it('asks when to start, for ledgers and output, before it explains itself', async () => {
		expect(await node.labels()).toEqual([
			'Poll Times',
			'Mode',
			'Trigger On',
			'Ledgers',
			'Start From',
			'Output',
			'Options',
		]);
		await picture(page, 'trigger-panel', async () => await around(node.parameters));
		const text = await node.parameters.innerText();
		expect(text.indexOf('dedupeKey')).toBeGreaterThan(text.indexOf('Output'));
	});

	it('starts with sales and refunds of all ledgers, unless others are chosen', async () => {
		expect(await node.optionsOf('triggerOn')).toEqual([
			...['New Sale or Refund', 'New Sale', 'New Refund'],
		]);
		expect(await node.optionsOf('ledgers')).toEqual(['All', 'Selected']);
		expect(await node.optionsOf('startFrom')).toEqual(['Now', 'Beginning']);
		expect(await node.optionsOf('output')).toEqual(['Simplified', 'Raw', 'Order Lines']);
		const chosen = ['triggerOn', 'ledgers', 'startFrom', 'output'].map(
			async (name) => await node.value(name),
		);
		expect(await Promise.all(chosen)).toEqual(['New Sale or Refund', 'All', 'Now', 'Simplified']);
	});

	it('says in plain words that nothing was sold of late', async () => {
		await vipps.setClock(BEFORE_ALL_SALES);
		expect(await node.run()).toBe('danger');
		const { message, description } = await node.output.error();
		expect(message).toMatch(/^No matching sales .* in the last 7 days$/);
		expect(description).toContain('Nothing is wrong');
	});

	it('shows the latest sales as its test event', async () => {
		await vipps.setClock(NOW);
		await node.press();
		await node.output.root.getByText('10 items').waitFor();
		const { headers } = await node.output.table();
		expect(headers).toEqual(expect.arrayContaining(['ledgerId', 'dedupeKey', 'reference']));
	});

	it('lets a ledger of the list begin anew, at a date', async () => {
		await node.addOption('Restart Ledgers');
		await node.parameters.getByText('Add ledger', { exact: true }).click();
		const ledgers = await node.optionsOf('ledgerId');
		expect(ledgers).toContainEqual(expect.stringContaining('302321'));
		expect(await node.labels()).not.toContain('Date');
		await node.choose('from', 'Date');
		expect(await node.labels()).toContain('Date');
	});
});
