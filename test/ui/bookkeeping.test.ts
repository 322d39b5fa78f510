import type { Page } from 'playwright-core';

import { BOOKKEEPING_TYPE } from '../rigs/n8n/setup/package.cts';
import { Editor } from '../rigs/editor/editor';
import { LedgerList } from '../rigs/editor/ledgerList';
import { NodePanel } from '../rigs/editor/nodePanel';

const LEDGER = '302321';

describe('Vipps Bookkeeping in the editor', () => {
	let editor: Editor;
	let page: Page;
	let node: NodePanel;

	beforeAll(async () => {
		editor = await Editor.open();
		page = await editor.openNodes(BOOKKEEPING_TYPE, { Vouchers: {} });
		node = await NodePanel.open(page, 'Vouchers');
	});
	afterAll(async () => await editor?.close());

	it('says that nothing is posted, and shows what has to be filled in first', async () => {
		await node.parameters.getByText('Nothing is posted').waitFor();
		const row = ['VAT Rate', 'Sales Account', 'VAT Code', 'Category', 'Solution'];
		expect(await node.labels()).toEqual([
			...['Resource', 'Operation', 'Ledgers', 'Ledger', 'Period'],
			...['Clearing Account', 'Interim Account', 'Cash Account', 'Country', 'VAT Posting'],
			...['Accounts From', 'Sales Accounts', ...row, ...row, ...row, 'Output', 'Options'],
		]);
	});

	it('a ledger and two accounts are enough for a balanced voucher of yesterday', async () => {
		const ledgers = new LedgerList(page);
		await ledgers.open();
		await ledgers.pick(LEDGER);
		await node.fill('clearingAccount', '1579');
		await node.fill('interimAccount', '1999');
		expect(await node.run()).toBe('success');
		await node.output.root.getByText('Needs Review').first().click();
		const { headers, rows } = await node.output.table();
		expect(headers.slice(0, 9)).toEqual([
			...['date', 'voucherKey', 'line', 'account', 'text', 'vatCode', 'debit', 'credit', 'amount'],
		]);
		const amounts = rows.map((row) => Math.round(Number(row[8]) * 100));
		expect(amounts.length).toBeGreaterThan(4);
		expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(0);
	});
});
