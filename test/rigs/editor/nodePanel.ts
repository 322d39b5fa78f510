import type { Locator, Page } from 'playwright-core';

import { NodeOutput } from './nodeOutput';
import { around, uncut, type Area } from './picture.cts';
import { repeatUntil } from './repeatUntil';
import { whenStable } from './whenStable';

/** A node that is open: its parameters, and what it gave. */
export class NodePanel {
	readonly output: NodeOutput;

	private constructor(readonly page: Page) {
		this.output = new NodeOutput(page);
	}

	/** Opens a node of the canvas. */
	static async open(page: Page, name = 'Vipps Sales'): Promise<NodePanel> {
		const node = page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
		// A canvas that was just loaded moves until all nodes are in view, and one of the two clicks may miss.
		await repeatUntil(new NodePanel(page).parameters, async (limit) => await node.dblclick(limit));
		return await NodePanel.opened(page);
	}

	/** The node that n8n has opened by itself. */
	static async opened(page: Page): Promise<NodePanel> {
		const panel = new NodePanel(page);
		await panel.parameters.waitFor();
		return panel;
	}

	/** Back to the canvas. */
	async close(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}

	/** Gives the node another name. */
	async rename(name: string): Promise<void> {
		const title = this.page.getByTestId('ndv').getByTestId('node-title-container');
		await title.getByTestId('inline-edit-preview').click();
		await title.getByTestId('inline-edit-input').fill(name);
		await title.getByTestId('inline-edit-input').press('Enter');
		await title.getByText(name, { exact: true }).last().waitFor();
	}

	/** The list of all parameters. */
	get parameters(): Locator {
		return this.page.getByTestId('node-parameters').first();
	}

	/** The names of the parameters on the screen, from top to bottom, as soon as they stay the same. */
	async labels(): Promise<string[]> {
		const shown = this.parameters.getByTestId('input-label').filter({ visible: true });
		const texts = await whenStable(async () => await shown.allInnerTexts());
		return texts.map((text) => text.split('\n')[0]?.trim() ?? '');
	}

	/** What is chosen in a drop-down, as soon as it stands there. */
	value = async (name: string): Promise<string> =>
		await this.field(name).locator('input:not(:placeholder-shown)').inputValue();

	/** One parameter's field, by the parameter's name. */
	field(name: string): Locator {
		return this.page.getByTestId(`parameter-input-${name}`);
	}

	/** Picks an entry of a drop-down. */
	async choose(name: string, option: string): Promise<void> {
		await this.field(name).waitFor();
		// Of a field with a list, the drop-down that says what to pick it by.
		const modes = this.field(name).getByTestId('rlc-mode-selector');
		await ((await modes.count()) > 0 ? modes : this.field(name)).click();
		await this.options.filter({ has: this.page.getByText(option, { exact: true }) }).click();
		await this.options.first().waitFor({ state: 'hidden' });
	}

	/** The entries of a drop-down, by name. */
	async optionsOf(name: string): Promise<string[]> {
		// A list that is still being loaded does not open. One that opens late is not to be closed by another click.
		const open = this.field(name).locator('[aria-expanded="true"]');
		await repeatUntil(this.options.first(), async (limit) => {
			if (!(await open.isVisible())) await this.field(name).click(limit);
		});
		const texts = await this.options.allInnerTexts();
		await this.field(name).click();
		await this.options.first().waitFor({ state: 'hidden' });
		return texts.map((text) => text.trim().split('\n')[0] ?? '');
	}

	private get options(): Locator {
		return this.page.getByRole('option').filter({ visible: true });
	}

	/** The entries that Options offers. */
	async optionsToAdd(): Promise<string[]> {
		const field = this.parameters.getByPlaceholder('Add option');
		await field.click();
		await this.options.first().waitFor();
		const texts = await this.options.allInnerTexts();
		await field.click();
		await this.options.first().waitFor({ state: 'hidden' });
		return texts.map((text) => text.trim().split('\n')[0] ?? '');
	}

	/** Adds an entry of Options. */
	async addOption(name: string): Promise<void> {
		await this.parameters.getByPlaceholder('Add option').click();
		await this.options.filter({ has: this.page.getByText(name, { exact: true }) }).click();
		await this.parameters.getByText(name, { exact: true }).waitFor();
	}

	/** Chooses the keys, where n8n has chosen others by itself. */
	async useCredential(name: string): Promise<void> {
		await this.page.getByTestId('node-credentials-select').click();
		const entries = this.page.locator('[data-test-id^="node-credentials-select-item-"]');
		await entries.filter({ hasText: name, visible: true }).first().click();
	}

	/** Switches a toggle. */
	async toggle(name: string): Promise<void> {
		await this.field(name).locator('.el-switch').click();
	}

	/** Writes an expression in place of what is there, and waits until the editor shows its value below. */
	async express(name: string, expression: string, value: string): Promise<void> {
		const preview = this.page.getByTestId(`parameter-expression-preview-${name}`);
		// Until it is there, the editor may still put in what it had.
		await preview.waitFor();
		const input = this.field(name).locator('.cm-content');
		await input.click();
		await input.press('ControlOrMeta+a');
		await this.page.keyboard.insertText(expression);
		await input.blur();
		await preview.getByText(value, { exact: true }).waitFor();
	}

	/** Puts a text into a field in place of what is there. */
	async fill(name: string, text: string): Promise<void> {
		await this.field(name).locator('input, textarea').first().fill(text);
	}

	/** Runs this node. */
	async press(): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
	}

	/** Waits until no message lies over the picture any more. */
	async settled(): Promise<void> {
		const messages = this.page.locator('.el-notification').filter({ visible: true });
		const closeAll = `for (const button of document.querySelectorAll('.el-notification__closeBtn')) button.click()`;
		// At once: when one is closed, the next takes its place. And again: another may have come meanwhile, which stays.
		while ((await messages.count()) > 0) await this.page.evaluate(closeAll);
	}

	/** Runs this node, for the first time since it was opened, and waits for its end. */
	async run(): Promise<'success' | 'danger'> {
		await this.press();
		const ends = this.output.root.locator('[data-test-id^="node-run-status-"]').first();
		await ends.waitFor();
		const id = await ends.getAttribute('data-test-id');
		return id === 'node-run-status-success' ? 'success' : 'danger';
	}

	/** The parameters and what the node gave, side by side; a table is cut behind its last whole column and row. */
	async shown(): Promise<Area> {
		const area = await around(this.parameters.or(this.output.root));
		const top = (await around(this.output.root)).y;
		// The corners of the window are round.
		const whole = { ...area, y: top, height: area.y + area.height - top - 12 };
		const table = this.output.root.locator('table');
		if ((await table.count()) === 0) return whole;
		return await uncut(whole, table, this.output.root.getByTestId('ndv-data-container'));
	}
}
