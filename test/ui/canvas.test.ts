import type { Locator, Page } from 'playwright-core';

import { exampleFiles, exampleWorkflows } from '../rigs/n8n/workflows.cts';
import { around, isForPictures, picture, uncut } from '../rigs/editor/picture.cts';
import { YESTERDAY } from '../rigs/editor/setup/rig.cts';
import { Editor, isOurs, WINDOW, type SeedWorkflow } from '../rigs/editor/editor';

/** The canvas without n8n's own buttons, which lie over it. */
const nodesAlone =
	'[data-test-id="canvas-controls"], [data-test-id^="execute-workflow-button"], :has(> [role="radiogroup"]), [class*="buttonsWrapper"], [class*="executionButtons"], [class*="nodeButtonsWrapper"] { visibility: hidden !important }';

/** A table in the logs without what lies around it. */
const tableAlone =
	'[data-test-id="log-details-header"] > :last-child, [data-test-id="run-data-item-count"] { visibility: hidden } [data-test-id="ndv-data-pagination"] { display: none } [class*="notification"] { display: none !important }';

/** Notes, nodes with their names, and lines. */
const DRAWN =
	'[data-test-id="sticky"], [class*="description"], [class*="subtitle"], [data-test-id="canvas-handle-plus"], [data-test-id="edge"]';

/** Those that a document shows. */
const SHOWN = [
	'daily-vat-totals',
	'error-workflow',
	'feed-to-data-table',
	'find-an-order-form',
	'mcp-tools',
	'month-end-check',
	'new-sales-to-webhook',
	'nightly-sales-xlsx',
	'refunds-last-week',
];

/** In which all is drawn at its full size. */
const LARGE = { width: 1800, height: 1200 };
/** For a table below the canvas. */
const TALL = { width: 960, height: 940 };

/** From the last line of a note's text to its lower edge, in pixels. Measured at once: the canvas may still be moving. */
const spaceBelow = async (note: Locator): Promise<number> =>
	await note.evaluate((element) => {
		const bottoms = [...element.querySelectorAll('h2, p, li')].map(
			(line) => line.getBoundingClientRect().bottom,
		);
		return element.getBoundingClientRect().bottom - Math.max(...bottoms);
	});

describe('the example workflows on the canvas', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.open();
	});
	afterAll(async () => await editor?.close());

	const workflowOf = async (file: string) =>
		(await exampleWorkflows()).get(file) as unknown as SeedWorkflow;
	const open = async (workflow: SeedWorkflow): Promise<Page> => {
		const page = await editor.openWorkflow(workflow);
		await page.setViewportSize(isForPictures() ? LARGE : WINDOW);
		await page.getByTestId('zoom-to-fit').click();
		return page;
	};

	it.each(exampleFiles())(
		'%s: is drawn, no node of ours complains, and its note is as high as its text',
		async (file) => {
			const workflow = await workflowOf(file);
			const page = await open(workflow);
			for (const { name } of workflow.nodes.filter(isOurs)) {
				const node = page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
				await node.waitFor();
				expect(await node.getByTestId('node-issues').count()).toBe(0);
			}
			const space = await spaceBelow(page.getByTestId('sticky'));
			expect(space).toBeGreaterThan(4);
			expect(space).toBeLessThan(80);
			const name = file.replace('.json', '');
			if (!SHOWN.includes(name)) return;
			const area = async () => await around(page.locator(DRAWN), 24);
			await picture(page, `canvas-${name}`, area, { style: nodesAlone });
		},
	);

	it('a workflow is executed, and its rows are below the canvas', async () => {
		const page = await open(await workflowOf('yesterdays-sales.json'));
		await page.setViewportSize(TALL);
		const logs = page.getByTestId('logs-panel');
		await page.getByTestId('logs-overview-header').click();
		await logs.getByTestId('logs-overview-body').waitFor();
		await page.getByTestId('zoom-to-fit').click();
		await page.getByTestId('execute-workflow-button').first().click();
		const table = logs.locator('table');
		await table.waitFor();
		expect((await table.locator('tbody tr').first().innerText()).split('\t')[0]).toBe(YESTERDAY);
		const tables = logs.getByTestId('ndv-data-container');
		const area = async () => {
			const { y } = await around(page.getByTestId('sticky'), 24);
			return await uncut({ ...(await around(logs)), y }, table, tables);
		};
		await picture(page, 'canvas-to-rows', area, { style: nodesAlone + tableAlone });
	});

	it('a node says below its name what it does', async () => {
		const page = await open(await workflowOf('yesterdays-sales.json'));
		await page.getByText('Sales by Date').waitFor();
	});

	it('the Checkpoint output is labelled', async () => {
		const page = await open(await workflowOf('feed-with-saved-checkpoint.json'));
		await page.getByText('Checkpoint', { exact: true }).waitFor();
	});
});
