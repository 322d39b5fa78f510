import type { Page } from 'playwright-core';

import { exampleFiles, exampleWorkflows } from '../rigs/n8n/workflows.cts';
import { picture } from '../rigs/editor/browser.cts';
import { Editor, isOurs, type SeedWorkflow } from '../rigs/editor/editor';

/** The canvas without n8n's own buttons, which lie over it. */
const nodesAlone =
	'[data-test-id="canvas-controls"], [data-test-id^="execute-workflow-button"], :has(> [role="radiogroup"]), [class*="buttonsWrapper"], [class*="executionButtons"], [class*="nodeButtonsWrapper"] { visibility: hidden !important }';

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
		await page.getByTestId('zoom-to-fit').click();
		return page;
	};

	it.each(exampleFiles())('%s: is drawn, and no node of ours complains', async (file) => {
		const workflow = await workflowOf(file);
		const page = await open(workflow);
		for (const { name } of workflow.nodes.filter(isOurs)) {
			const node = page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
			await node.waitFor();
			expect(await node.getByTestId('node-issues').count()).toBe(0);
		}
		await picture(page.getByTestId('canvas'), `canvas-${file.replace('.json', '')}`, nodesAlone);
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
