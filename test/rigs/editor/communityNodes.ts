import type { Page } from 'playwright-core';

/** Settings → Community nodes. */
export class CommunityNodes {
	private constructor(private readonly page: Page) {}

	static async open(page: Page): Promise<CommunityNodes> {
		await page.goto('/settings');
		await page.getByTestId('settings-community-nodes').click();
		return new CommunityNodes(page);
	}

	/** Installs a package, and gives what its card says. */
	async install(name: string): Promise<string> {
		await this.page.getByRole('button', { name: /install/i }).click();
		await this.page.locator('input[name="packageNameInput"]').fill(name);
		await this.page.getByTestId('user-agreement-checkbox').click();
		await this.page.getByTestId('install-community-package-button').click();
		const card = this.page.getByTestId('community-package-card');
		await card.waitFor({ timeout: 120_000 });
		return await card.innerText();
	}
}
