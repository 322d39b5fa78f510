import type { Page } from 'playwright-core';

import { Editor } from '../rigs/editor/editor';
import { NodePanel } from '../rigs/editor/nodePanel';
import { YESTERDAY } from '../rigs/editor/setup/rig.cts';
import { vipps } from '../rigs/editor/vipps';

const LEDGER = '302321';
const ledgerId = { __rl: true, mode: 'id', value: LEDGER };
const sale = { resource: 'sale', ledgerId };

describe('running the node in the editor', () => {
	let editor: Editor;
	let page: Page;
	let reference = '';
	let pspReference = '';

	beforeAll(async () => {
		const sales = await vipps.salesOfDate(LEDGER, YESTERDAY);
		const paid = sales.find((entry) => entry.entryType === 'capture' && entry.pspReference);
		reference = paid?.reference ?? '';
		pspReference = paid?.pspReference ?? '';
		const nodes: Record<string, object> = {
			'By date': {
				...sale,
				operation: 'getByDate',
				period: 'date',
				date: YESTERDAY,
				output: 'rows',
			},
			'By reference': { ...sale, operation: 'getByReference', output: 'rows' },
			'By PSP reference': { ...sale, operation: 'getByPspReference', output: 'lines' },
			Ledgers: { resource: 'ledger', operation: 'getAll', limit: 3 },
			Feed: { ...sale, operation: 'getFeed', limit: 3, output: 'rows' },
			Clear: { resource: 'checkpoint', operation: 'clear', ledgerId },
			Untouched: {},
		};
		editor = await Editor.open();
		page = await editor.openSalesNodes(nodes);
	});
	afterAll(async () => await editor?.close());

	const withNode = async (name: string, look: (node: NodePanel) => Promise<void>) => {
		const node = await NodePanel.open(page, name);
		await look(node);
		await node.close();
	};

	it('labels both outputs of the feed on the canvas', async () => {
		const outputs = page.locator(
			'[data-test-id="canvas-node-output-handle"][data-node-name="Feed"]',
		);
		expect((await outputs.allInnerTexts()).map((text) => text.trim())).toEqual([
			'Sales',
			'Checkpoint',
		]);
	});

	it('Get by Date shows a table of rows', async () => {
		await withNode('By date', async (node) => {
			expect(await node.run()).toBe('success');
			const sales = await vipps.salesOfDate(LEDGER, YESTERDAY);
			const { headers, rows } = await node.output.table();
			expect(headers.slice(0, 7)).toEqual([
				...['date', 'entryType', 'gross', 'net', 'vat', 'currency', 'reference'],
			]);
			const shown = rows.map(([date, entryType, ...others]) => [date, entryType, others[4]]);
			expect(shown).toEqual(
				sales
					.slice(0, rows.length)
					.map(({ entryType, reference }) => [YESTERDAY, entryType, reference]),
			);
			expect(await node.output.itemCount()).toBe(`${sales.length} items`);
		});
	});

	it('the look-ups show what bears the reference that is typed', async () => {
		await withNode('By reference', async (node) => {
			await node.fill('reference', reference);
			expect(await node.run()).toBe('success');
			expect((await node.output.table()).rows[0]).toContain(reference);
		});
		await withNode('By PSP reference', async (node) => {
			await node.fill('pspReference', pspReference);
			expect(await node.run()).toBe('success');
			const { headers, rows } = await node.output.table();
			expect(headers).toEqual(expect.arrayContaining(['lineId', 'vatRate', 'lineTotalGross']));
			expect(rows[0]).toContain(pspReference);
		});
	});

	it('Ledger: Get Many shows ledgers up to the limit', async () => {
		await withNode('Ledgers', async (node) => {
			expect(await node.run()).toBe('success');
			expect((await node.output.table()).headers).toContain('ledgerId');
			expect((await node.output.table()).rows).toHaveLength(3);
		});
	});

	it('Get From Feed shows the sales, and the checkpoint beside them', async () => {
		await withNode('Feed', async (node) => {
			expect(await node.run()).toBe('success');
			expect((await node.output.table()).rows).toHaveLength(3);
			await node.output.root.getByText(/^Checkpoint/).click();
			const { headers, rows } = await node.output.table();
			expect(headers).toEqual(['feed', 'ledgerId', 'cursor', 'count', 'hasMore']);
			expect(rows).toEqual([['sales', LEDGER, expect.any(String), '3', 'true']]);
		});
	});

	it('Checkpoint says what a run by hand does not keep', async () => {
		await withNode('Clear', async (node) => {
			expect(await node.run()).toBe('success');
			const { headers, rows } = await node.output.table();
			expect(headers).toEqual(['feed', 'ledgerId', 'previousCursor', 'cleared']);
			expect(rows[0]?.at(-1)).toBe('false');
		});
	});

	it("all ledgers are chosen, and nothing is entered: yesterday's sales come", async () => {
		await withNode('Untouched', async (node) => {
			await node.choose('ledgers', 'All');
			expect(await node.run()).toBe('success');
			const { rows } = await node.output.table();
			expect(new Set(rows.map(([date]) => date))).toEqual(new Set([YESTERDAY]));
		});
	});
});
