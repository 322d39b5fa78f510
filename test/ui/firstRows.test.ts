import { DateTime } from 'luxon';
import type { Page } from 'playwright-core';

import { picture } from '../rigs/editor/browser.cts';
import { Editor, WINDOW } from '../rigs/editor/editor';
import { LedgerList } from '../rigs/editor/ledgerList';
import { NodePanel } from '../rigs/editor/nodePanel';
import { NodesPanel } from '../rigs/editor/nodesPanel';
import { vipps } from '../rigs/editor/vipps';

/** Where the shop of the test is. */
const yesterday = () =>
	DateTime.now().setZone('Europe/Oslo').minus({ days: 1 }).toFormat('yyyy-MM-dd');

/** High enough for what is found, without an empty canvas below. */
const LOW = { width: 960, height: 400 };

describe('from an empty canvas to a file for a spreadsheet', () => {
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		editor = await Editor.open(new Date());
		await vipps.toPresent();
		page = await editor.newWorkflow();
	});
	afterAll(async () => {
		await vipps.back();
		await editor?.close();
	});

	it('the node is found and brought onto the canvas', async () => {
		const panel = new NodesPanel(page);
		await panel.open();
		await panel.search('vipps', 'Vipps Sales');
		await page.setViewportSize(LOW);
		await picture(page, 'nodes-panel');
		await page.setViewportSize(WINDOW);
		await panel.result('Vipps Sales').click();
		await panel.actions();
		await panel.action('Get sales by date').click();
		await NodePanel.opened(page);
	});

	it("a ledger is picked, and nothing else: yesterday's sales come as rows", async () => {
		const node = await NodePanel.opened(page);
		await node.useCredential('Accounting keys');
		const list = new LedgerList(page);
		await list.open();
		await list.pick('302321');
		expect(await node.run()).toBe('success');
		const { headers, rows } = await node.table();
		expect(headers.slice(0, 3)).toEqual(['date', 'entryType', 'gross']);
		expect(new Set(rows.map(([date]) => date))).toEqual(new Set([yesterday()]));
		await node.settled();
		await picture(page.getByTestId('ndv'), 'first-rows');
		await node.close();
	});

	it('the rows become a file', async () => {
		const panel = new NodesPanel(page);
		await panel.openBehind('Get sales by date');
		await panel.search('xlsx', 'Convert to File');
		await panel.result('Convert to File').click();
		await panel.action('Convert to XLSX').click();
		const node = await NodePanel.opened(page);
		expect(await node.run()).toBe('success');
		await node.output.getByText('Download', { exact: true }).waitFor();
		await node.settled();
		await picture(page.getByTestId('ndv'), 'first-file');
		await node.close();
	});

	it("all ledgers are chosen, and nothing is entered: yesterday's sales come", async () => {
		const node = await NodePanel.open(await editor.openSalesNode());
		await node.choose('ledgers', 'All');
		expect(await node.run()).toBe('success');
		expect(new Set((await node.table()).rows.map(([date]) => date))).toEqual(
			new Set([yesterday()]),
		);
	});
});
