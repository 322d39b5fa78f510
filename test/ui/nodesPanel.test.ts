import type { Page } from 'playwright-core';

import { Editor } from '../rigs/editor/editor';
import { NodePanel } from '../rigs/editor/nodePanel';
import { NodesPanel } from '../rigs/editor/nodesPanel';

/** An image in the browser, as far as it is needed here. */
interface Picture {
	decode(): Promise<void>;
}

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
		'finds both nodes by "%s", that of sales first',
		async (word) => {
			const found = await panel.search(word, 'Vipps Settlement');
			expect(found.slice(0, 2)).toEqual(['Vipps Sales', 'Vipps Settlement']);
		},
	);

	it.each(['payout', 'oppgjør', 'utbetaling', 'udbetaling', 'tilitys'])(
		'finds Vipps Settlement by "%s"',
		async (word) => {
			expect((await panel.search(word, 'Vipps Settlement'))[0]).toBe('Vipps Settlement');
		},
	);

	it.each([
		{ colorScheme: 'light', suffix: '.svg' },
		{ colorScheme: 'dark', suffix: '.dark.svg' },
	] as const)('shows the icons of the $colorScheme theme', async ({ colorScheme, suffix }) => {
		await panel.search('vipps', 'Vipps Settlement');
		await page.emulateMedia({ colorScheme });
		for (const { name, icon } of [
			{ name: 'Vipps Sales', icon: 'sales' },
			{ name: 'Vipps Settlement', icon: 'settlement' },
		]) {
			const image = panel.result(name).locator(`img[src$="/${icon}${suffix}"]`).first();
			// It is in its place before it has come; one that is no picture fails here.
			await image.evaluate(async (element) => await (element as unknown as Picture).decode());
		}
		await page.emulateMedia({ colorScheme: 'light' });
	});

	it('offers the actions of Vipps Settlement, what is wanted most first', async () => {
		await panel.search('payout', 'Vipps Settlement');
		await panel.result('Vipps Settlement').click();
		expect(await panel.actions('Get many payouts')).toEqual([
			'PAYOUT ACTIONS',
			'Get many payouts',
			'TRANSACTION ACTIONS',
			'Get transactions by date',
			'Get transactions from feed',
			'FEE ACTIONS',
			'Get fees by date',
			'Get fees from feed',
			'STATEMENT ACTIONS',
			'Get statements by date',
			'CHECKPOINT ACTIONS',
			'Save checkpoint',
			'Get checkpoint',
			'Clear checkpoint',
		]);
		await panel.back();
	});

	it('offers what is wanted most first, and brings a node that is set to it', async () => {
		await panel.search('vipps', 'Vipps Sales');
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
