import type { Page } from 'playwright-core';

import { name, version } from '../../package.json';
import { startBareN8n, type BareN8n } from '../rigs/editor/setup/bareN8n.cts';
import { CommunityNodes } from '../rigs/editor/communityNodes';
import { CredentialDialog } from '../rigs/editor/credentialDialog';
import { Editor, WINDOW } from '../rigs/editor/editor';
import { LedgerList } from '../rigs/editor/ledgerList';
import { NodePanel } from '../rigs/editor/nodePanel';
import { NodesPanel } from '../rigs/editor/nodesPanel';
import { around, LARGE, picture } from '../rigs/editor/picture.cts';
import { addresses, YESTERDAY } from '../rigs/editor/setup/rig.cts';
import { vipps } from '../rigs/editor/vipps';

// n8n starts for the first time, and installs the package.
jest.setTimeout(5 * 60_000);

const LEDGER = '302321';

/** For pictures: all actions of a node; a file, without much below it. */
const HIGH = { ...WINDOW, height: 1110 };
const LOW = { ...LARGE, height: 600 };

describe('from an n8n without the package to the first file', () => {
	let n8n: BareN8n;
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		n8n = await startBareN8n();
		editor = await Editor.open(n8n.url);
	});
	afterAll(async () => {
		await editor?.close();
		await n8n?.close();
	});

	it('the package is installed under Settings → Community nodes', async () => {
		const settings = await CommunityNodes.open(await editor.tab());
		const card = await settings.install(`${name}@${version}`);
		expect(card).toContain(name);
		expect(card).toContain(`v${version}`);
	});

	it('the node is found and brought onto the canvas', async () => {
		page = await editor.newWorkflow();
		const panel = new NodesPanel(page);
		await panel.open();
		await panel.search('vipps', 'Vipps Sales');
		await panel.result('Vipps Sales').click();
		await panel.actions('Get many ledgers');
		await picture(page, 'nodes-panel', async () => await around(panel.root), { size: HIGH });
		await panel.action('Get sales by date').click();
		await NodePanel.opened(page);
	});

	it('the credential is created', async () => {
		const { clientId, clientSecret, sandbox } = addresses();
		const dialog = await CredentialDialog.openNew(page);
		await dialog.choose('environment', 'Custom');
		await dialog.fill({ clientId, clientSecret, baseUrl: sandbox });
		await dialog.save();
		await dialog.success();
		await dialog.close();
	});

	it("a ledger is selected, and Return All turned on: yesterday's sales come as rows", async () => {
		const node = await NodePanel.opened(page);
		const list = new LedgerList(page);
		await list.open();
		await list.pick(LEDGER);
		await node.toggle('returnAll');
		expect(await node.run()).toBe('success');
		const { headers, rows } = await node.output.table();
		expect(headers.slice(0, 3)).toEqual(['date', 'entryType', 'gross']);
		expect(new Set(rows.map(([date]) => date))).toEqual(new Set([YESTERDAY]));
		await node.settled();
		await picture(page, 'first-rows', async () => await node.shown(), {
			size: LARGE,
			style: '[data-test-id$="pin-data"], [data-test-id$="pinned-data"] { visibility: hidden }',
		});
		await node.close();
	});

	it('the rows become an Excel file with each sale of yesterday', async () => {
		const panel = new NodesPanel(page);
		await panel.openBehind('Get sales by date');
		await panel.search('xlsx', 'Convert to File');
		await panel.result('Convert to File').click();
		await panel.action('Convert to XLSX').click();
		const node = await NodePanel.opened(page);
		expect(await node.run()).toBe('success');
		await node.settled();
		await picture(page, 'first-file', async () => await node.shown(), { size: LOW });

		const { readSheet } = await import('read-excel-file/node');
		const [headers = [], ...rows] = await readSheet(await node.output.download());
		const column = (name: string) => rows.map((row) => row[headers.indexOf(name)]);
		const sales = await vipps.salesOfDate(LEDGER, YESTERDAY);
		expect(column('reference')).toEqual(sales.map(({ reference }) => reference));
		expect(new Set(column('date'))).toEqual(new Set([YESTERDAY]));
	});
});
