import type { Page } from 'playwright-core';

import { exampleWorkflows } from '../e2e/workflows.cts';
import { picture } from './browser.cts';
import { Editor, type SeedWorkflow } from './editor';

/** The canvas without n8n's own buttons, which lie over it. */
const nodesAlone =
	'[data-test-id="canvas-controls"], [data-test-id="execute-workflow-button"], :has(> [role="radiogroup"]), [class*="buttonsWrapper"], [class*="executionButtons"], [class*="nodeButtonsWrapper"] { visibility: hidden !important }';

describe('the example workflows on the canvas', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.open();
	});
	afterAll(async () => await editor?.close());

	const open = async (file: string): Promise<Page> => {
		const workflow = (await exampleWorkflows()).get(file) as unknown as SeedWorkflow;
		const page = await editor.openWorkflow(workflow);
		await page.getByTestId('zoom-to-fit').click();
		return page;
	};

	it("yesterday's sales: each node says what it does, and none complains", async () => {
		const page = await open('yesterdays-sales.json');
		await page.getByText('getByDate: sale').waitFor();
		expect(await page.getByTestId('node-issues').count()).toBe(0);
		await picture(page.getByTestId('canvas'), 'canvas-yesterdays-sales', nodesAlone);
	});

	it('the saved position: the Checkpoint output is labelled, and none complains', async () => {
		const page = await open('feed-with-saved-position.json');
		await page.getByText('Checkpoint', { exact: true }).waitFor();
		expect(await page.getByTestId('node-issues').count()).toBe(0);
		await picture(page.getByTestId('canvas'), 'canvas-saved-position', nodesAlone);
	});
});
