import type { Page } from 'playwright-core';

import { around, picture } from '../rigs/editor/picture.cts';
import { Editor } from '../rigs/editor/editor';
import { LedgerList } from '../rigs/editor/ledgerList';
import { NodePanel } from '../rigs/editor/nodePanel';
import { vipps } from '../rigs/editor/vipps';

describe('the ledger list', () => {
	let editor: Editor;
	let page: Page;
	let node: NodePanel;
	let list: LedgerList;

	beforeAll(async () => {
		editor = await Editor.open();
		page = await editor.openSalesNode();
		node = await NodePanel.open(page);
		list = new LedgerList(page);
	});
	afterAll(async () => await editor?.close());

	it('is searched by merchant, handle or ledger id, and paged to its end', async () => {
		await list.open();
		expect(await list.search('602118', 1)).toEqual(['Kahvila Koivu · 1234567-0 · 602118']);
		expect(await list.search('kahvila', 1)).toEqual(['Kahvila Koivu · 1234567-0 · 602118']);
		await list.search('', 5);
		const all = await list.scrollTo(7);
		expect(all.map((name) => name.split(' · ').at(-1))).toEqual(await vipps.ledgerIds());
	});

	it('puts the ledger that is picked into the field', async () => {
		await list.pick('602118');
		expect(await list.chosen()).toBe('Kahvila Koivu · 1234567-0 · 602118');
		await list.open();
		await picture(page, 'ledger-list', async () => await around(node.parameters));
	});
});
