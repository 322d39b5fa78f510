import { Editor } from './editor';
import { LedgerList } from './ledgerList';
import { NodePanel } from './nodePanel';
import { NodesPanel } from './nodesPanel';
import { vipps } from './vipps';

describe('from an empty canvas to the first rows', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.open();
		await vipps.toPresent();
	});
	afterAll(async () => {
		await vipps.back();
		await editor?.close();
	});

	it("yesterday's sales of a ledger, by defaults alone", async () => {
		const page = await editor.newWorkflow();
		const panel = new NodesPanel(page);
		await panel.open();
		await panel.search('vipps', 'Vipps Sales');
		await panel.result('Vipps Sales').click();
		await panel.actions();
		await panel.action('Get sales by date').click();

		const node = await NodePanel.opened(page);
		await node.useCredential('Accounting keys');
		const list = new LedgerList(page);
		await list.open();
		await list.pick('302321');
		expect(await node.run()).toBe('success');
		expect((await node.table()).headers.slice(0, 2)).toEqual(['ledgerId', 'ledgerDate']);
	});
});
