import type { Page } from 'playwright-core';

import { SETTLEMENT_TRIGGER_TYPE, SETTLEMENT_TYPE } from '../rigs/n8n/setup/package.cts';
import { Editor } from '../rigs/editor/editor';
import { LedgerList } from '../rigs/editor/ledgerList';
import { NodePanel } from '../rigs/editor/nodePanel';
import { vipps } from '../rigs/editor/vipps';

/** Is paid out every week. */
const LEDGER = '302334';
const LAST_MONTH = '2026-05';

/** Below Resource and Operation, from top to bottom. */
const ofDates = ['Ledgers', 'Ledger', 'Period', 'Return All', 'Limit'];
const ofFeeds = ['Ledgers', 'Ledger', 'Start From', 'Cursor', 'Return All', 'Limit'];
const panels: Record<string, { parameters: object; shown: string; labels: string[] }> = {
	Payouts: {
		parameters: { resource: 'payout', operation: 'getAll' },
		shown: 'Payout: Get Many',
		labels: [...ofDates, 'Output', 'Options'],
	},
	'Transactions by date': {
		parameters: { resource: 'transaction', operation: 'getByDate' },
		shown: 'Transaction: Get by Date',
		labels: [...ofDates, 'If Not Final', 'Output', 'Options'],
	},
	'Transactions from feed': {
		parameters: { resource: 'transaction', operation: 'getFeed' },
		shown: 'Transaction: Get From Feed',
		labels: [...ofFeeds, 'Output', 'Options'],
	},
	'Fees by date': {
		parameters: { resource: 'fee', operation: 'getByDate' },
		shown: 'Fee: Get by Date',
		labels: [...ofDates, 'If Not Final', 'Output', 'Options'],
	},
	'Fees from feed': {
		parameters: { resource: 'fee', operation: 'getFeed' },
		shown: 'Fee: Get From Feed',
		labels: [...ofFeeds, 'Output', 'Options'],
	},
	Statements: {
		parameters: { resource: 'statement', operation: 'getByDate' },
		shown: 'Statement: Get by Date',
		labels: ['Ledgers', 'Ledger', 'Period', 'Options'],
	},
	Save: {
		parameters: { resource: 'checkpoint', operation: 'save' },
		shown: 'Checkpoint: Save',
		labels: ['Feed', 'Ledger', 'Cursor'],
	},
	Get: {
		parameters: { resource: 'checkpoint', operation: 'get' },
		shown: 'Checkpoint: Get',
		labels: ['Feed', 'Ledger'],
	},
	Clear: {
		parameters: { resource: 'checkpoint', operation: 'clear' },
		shown: 'Checkpoint: Clear',
		labels: ['Feed', 'Ledger'],
	},
};

const trigger = {
	name: 'Vipps Settlement Trigger',
	type: SETTLEMENT_TRIGGER_TYPE,
	position: [0, 400] as [number, number],
};

describe('the settlement nodes in the editor', () => {
	let editor: Editor;
	let page: Page;
	let node: NodePanel;

	beforeAll(async () => {
		const seeded = Object.entries(panels).map(([name, { parameters }]) => [name, parameters]);
		const nodes = { Untouched: {}, ...Object.fromEntries(seeded) };
		editor = await Editor.open();
		page = await editor.openNodes(SETTLEMENT_TYPE, nodes, trigger);
	});
	afterAll(async () => await editor?.close());

	let openName: string | undefined;
	/** Opens a node, unless the test before has. */
	const look = async (name: string) => {
		if (openName === name) return;
		if (openName !== undefined) await node.close();
		openName = undefined;
		node = await NodePanel.open(page, name);
		openName = name;
	};

	it('adds to payouts what is not paid out yet, and what they are made of', async () => {
		await look('Untouched');
		expect(await node.optionsToAdd()).toEqual([
			...['Include Open', 'Include Transactions', 'Max Parallel Requests', 'Time Zone'],
		]);
	});

	it("only a ledger is selected: last month's payouts come as they are at the bank", async () => {
		await look('Untouched');
		const ledgers = new LedgerList(page);
		await ledgers.open();
		await ledgers.pick(LEDGER);
		expect(await node.run()).toBe('success');
		const { headers, rows } = await node.output.table();
		expect(headers.slice(0, 10)).toEqual([
			...['ledgerId', 'payoutNumber', 'ledgerDate', 'payout', 'currency'],
			...['sales', 'refunds', 'fees', 'bankText', 'finding'],
		]);
		const paid = (await vipps.payouts(LEDGER)).filter(({ ledgerDate }) =>
			ledgerDate.startsWith(LAST_MONTH),
		);
		expect(paid.length).toBeGreaterThan(3);
		const atTheBank = rows.map((row) => [row[2], Number(row[3]), row[8]]);
		expect(atTheBank).toEqual(
			paid.map(({ ledgerDate, amount, reference }) => [ledgerDate, -amount / 100, reference]),
		);
	});

	it.each(Object.entries(panels))('%s shows its own fields in their order', async (name, panel) => {
		await look(name);
		expect(await node.labels()).toEqual(['Resource', 'Operation', ...panel.labels]);
		expect(`${await node.value('resource')}: ${await node.value('operation')}`).toBe(panel.shown);
	});

	it('returns a date that can still change, unless it is to be skipped or an error', async () => {
		await look('Transactions by date');
		expect(await node.value('ifNotFinal')).toBe('Return');
		expect(await node.optionsOf('ifNotFinal')).toEqual(['Return', 'Skip', 'Stop With an Error']);
	});

	it('says that customer data are personal data, as long as they are included', async () => {
		await look('Transactions by date');
		const notice = node.parameters.getByText('personal data');
		await node.addOption('Include Customer Data');
		expect(await node.labels()).toContain('Include Customer Data');
		expect(await notice.isVisible()).toBe(false);
		await node.toggle('includeCustomerData');
		await notice.waitFor();
		await node.toggle('includeCustomerData');
		await notice.waitFor({ state: 'hidden' });
	});

	it('the trigger starts with new payouts of all ledgers, or with four other events', async () => {
		await look(trigger.name);
		expect(await node.labels()).toEqual([
			...['Poll Times', 'Mode', 'Trigger On', 'Ledgers', 'Start From', 'Output', 'Options'],
		]);
		expect(await node.value('triggerOn')).toBe('New Payout');
		expect(await node.optionsOf('triggerOn')).toEqual([
			...['Date Final', 'New Fee', 'New Payout', 'New Transaction', 'Payout Returned'],
		]);
		expect(await node.value('ledgers')).toBe('All');
		expect(await node.optionsOf('startFrom')).toEqual(['Now', 'Beginning']);
	});

	it('the trigger shows the latest payouts as its test event', async () => {
		await look(trigger.name);
		expect(await node.run()).toBe('success');
		const { headers, rows } = await node.output.table();
		expect(headers.slice(0, 4)).toEqual(['ledgerId', 'payoutNumber', 'ledgerDate', 'payout']);
		const [ledgerId = '', payoutNumber, ledgerDate, payout] = rows[0] ?? [];
		const latest = (await vipps.payouts(ledgerId)).at(-1);
		expect(latest?.pspReference).toMatch(new RegExp(`-${payoutNumber}$`));
		expect([ledgerDate, Number(payout)]).toEqual([
			latest?.ledgerDate,
			-(latest?.amount ?? 0) / 100,
		]);
	});
});
