import type { Locator, Page } from 'playwright-core';

/** The window in which a credential is entered and tested. */
export class CredentialDialog {
	private constructor(private readonly page: Page) {}

	/** From an open node. */
	static async openNew(page: Page): Promise<CredentialDialog> {
		const list = page.getByTestId('node-credentials-select');
		// Newer hosts have a button instead of the list, as long as there is no credential.
		const button = page.getByTestId('node-credentials-empty-state').getByRole('button');
		await list.or(button).first().click();
		if (await list.isVisible()) await page.getByTestId('node-credentials-select-item-new').click();
		const dialog = new CredentialDialog(page);
		await dialog.field('clientId').waitFor();
		return dialog;
	}

	/** The window as a whole. */
	get root(): Locator {
		return this.page.getByTestId('editCredential-modal');
	}

	/** The names of its fields, from top to bottom. */
	async labels(): Promise<string[]> {
		const forms = this.page.getByTestId('credential-connection-parameter');
		const texts = await forms.allInnerTexts();
		return texts.map((text) => text.trim().split('\n')[0]?.trim() ?? '');
	}

	value = async (name: string): Promise<string> => await this.field(name).inputValue();

	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) await this.field(name).fill(value);
	}

	/** Selects an option of a drop-down. */
	async choose(name: string, option: string): Promise<void> {
		await this.field(name).click();
		await this.page.getByRole('option', { name: option }).filter({ visible: true }).click();
	}

	/** Saves, upon which n8n tests the keys. */
	async save(): Promise<void> {
		await this.page.getByTestId('credential-save-button').click();
	}

	/** What it says about keys that do not work. */
	async refusal(): Promise<string> {
		const banner = this.page.getByText('Couldn’t connect with these settings').first();
		await banner.waitFor();
		const more = this.root.getByText('More details');
		if (await more.isVisible()) await more.click();
		await this.root.getByText('Vipps did not accept').waitFor();
		return await this.root.innerText();
	}

	/** What it says about keys that work. Newer hosts close the window on them, and say it when it is opened again. */
	async success(): Promise<void> {
		const says = this.page.getByTestId('credentials-config-container-test-success');
		const isOpen = await Promise.race([
			says.waitFor().then(() => true),
			this.root.waitFor({ state: 'hidden' }).then(() => false),
		]);
		if (isOpen) return;
		await this.page.getByTestId('credential-edit-button').click();
		await says.waitFor();
	}

	/** Back to the node. */
	async close(): Promise<void> {
		if (!(await this.root.isVisible())) return;
		await this.root.getByRole('button', { name: /close/i }).first().click();
		await this.root.waitFor({ state: 'hidden' });
	}

	private field(name: string): Locator {
		return this.page
			.getByTestId('editCredential-modal')
			.getByTestId(`parameter-input-${name}`)
			.locator('input');
	}
}
