import type { Locator, Page } from 'playwright-core';

/** The executions of the open workflow, latest first. */
export class ExecutionsTab {
	private constructor(private readonly page: Page) {}

	static async open(page: Page): Promise<ExecutionsTab> {
		await page.getByTestId('radio-button-executions').click();
		await page.getByTestId('executions-sidebar').waitFor();
		return new ExecutionsTab(page);
	}

	/** Waits for an execution that failed. */
	async failed(): Promise<void> {
		await this.retryButton.waitFor({ timeout: 150_000 });
	}

	/** Runs the failed execution again, with the workflow as it is now. */
	async retry(): Promise<void> {
		const item = this.page.getByText('Retry with currently saved workflow').first();
		// The menu closes when the list is drawn anew.
		for (let isClicked = false, tries = 0; !isClicked; tries++) {
			await this.retryButton.click();
			const clicked = item.click({ timeout: 3000 });
			isClicked = await clicked
				.then(() => true)
				.catch((error: unknown) => {
					if (tries === 5) throw error;
					return false;
				});
		}
	}

	private get retryButton(): Locator {
		return this.page.getByTestId('retry-execution-button').first();
	}
}
