import type { Page } from 'playwright-core';

/** What is above the canvas: the menu, Publish, and the tabs. */
export class WorkflowHeader {
	private constructor(private readonly page: Page) {}

	static async of(page: Page): Promise<WorkflowHeader> {
		// Newer hosts give advice when a workflow is published.
		const advice = page.getByTestId('suggested-actions-close');
		await page.addLocatorHandler(advice, async (button) => await button.click());
		return new WorkflowHeader(page);
	}

	/** Puts the workflow of an address onto the canvas. */
	async importFromUrl(url: string): Promise<void> {
		await this.page.getByTestId('workflow-menu').click();
		const item = this.page.getByTestId('workflow-menu-item-import-from-url');
		// Newer hosts have it in a menu of its own.
		const menu = this.page.getByTestId('workflow-menu-item-import');
		await item.or(menu).first().waitFor();
		if (await menu.isVisible()) await menu.hover();
		await item.click();
		const input = this.page.getByTestId('workflow-url-import-input');
		await input.or(input.locator('input')).last().fill(url);
		await this.page.getByTestId('confirm-workflow-import-url-button').click();
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Whether Publish can be clicked: not while a node lacks something. */
	async canPublish(): Promise<boolean> {
		return await this.page.getByTestId('workflow-open-publish-modal-button').isEnabled();
	}

	async publish(): Promise<void> {
		await this.page.getByTestId('workflow-open-publish-modal-button').click();
		// The indicator is there already when the workflow is published again.
		const published = this.page.waitForResponse(/\/workflows\/\w+\/activate/);
		await this.page.getByTestId('workflow-publish-button').click();
		await published;
		await this.page.getByTestId('workflow-active-version-indicator').waitFor();
		await this.page.keyboard.press('Escape');
		await this.page.getByTestId('workflowPublish-modal').waitFor({ state: 'hidden' });
	}

	async toEditor(): Promise<void> {
		await this.page.getByTestId('radio-button-workflow').click();
		await this.page.getByTestId('canvas-node').first().waitFor();
	}
}
