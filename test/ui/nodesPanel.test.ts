import type { Page } from 'playwright-core';

import { Editor } from '../rigs/editor/editor';
import { NodePanel } from '../rigs/editor/nodePanel';
import { NodesPanel } from '../rigs/editor/nodesPanel';

describe('the nodes panel', () => {
	let editor: Editor;
	let page: Page;
	let panel: NodesPanel;

	beforeAll(async () => {
		editor = await Editor.open();
		page = await editor.newWorkflow();
		panel = new NodesPanel(page);
		await panel.open();
	});
	afterAll(async () => await editor?.close());

	it.each(['vipps', 'mobilepay', 'regnskap', 'bogføring', 'kirjanpito'])(
		'finds the node by "%s"',
		async (word) => {
			expect((await panel.search(word, 'Vipps Sales'))[0]).toBe('Vipps Sales');
		},
	);

	it.each([
		{ colorScheme: 'light', file: 'sales.svg' },
		{ colorScheme: 'dark', file: 'sales.dark.svg' },
	] as const)('shows the icon of the $colorScheme theme', async ({ colorScheme, file }) => {
		await page.emulateMedia({ colorScheme });
		const icon = panel.result('Vipps Sales').locator(`img[src$="/${file}"]`).first();
		await icon.waitFor();
		expect(
			await icon.evaluate((image) => Number(Reflect.get(image, 'naturalWidth'))),
		).toBeGreaterThan(0);
		await page.emulateMedia({ colorScheme: 'light' });
	});

	it('offers what is wanted most first, and brings a node that is set to it', async () => {
		await panel.result('Vipps Sales').click();
		expect(await panel.actions('Get many ledgers')).toEqual([
			'SALE ACTIONS',
			'Get sales by date',
			'Get sales from feed',
			'Get sales by reference',
			'Get sale by PSP reference',
			'LEDGER ACTIONS',
			'Get many ledgers',
			'CHECKPOINT ACTIONS',
			'Save checkpoint',
			'Get checkpoint',
			'Clear checkpoint',
		]);
		await panel.action('Get sales from feed').click();
		const node = await NodePanel.opened(page);
		expect(await node.value('operation')).toBe('Get From Feed');
	});
});
