import type { Locator, Page } from 'playwright-core';

/** The drop-down of ledgers, in an open node. */
export class LedgerList {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.field.getByTestId('rlc-input').click();
		await this.items.first().waitFor();
	}

	/** The parameter with the drop-down. */
	get field(): Locator {
		return this.page.getByTestId('resource-locator-ledgerId');
	}

	/** What stands in the field. */
	chosen = async (): Promise<string> => await this.field.getByTestId('rlc-input').inputValue();

	/** The ledgers that are on the screen. */
	get items(): Locator {
		return this.page.getByTestId('rlc-item').filter({ visible: true });
	}

	/** Types into the search field and waits until so many ledgers are left. */
	async search(text: string, count: number): Promise<string[]> {
		const search = this.page.getByTestId('rlc-search').filter({ visible: true });
		await search
			.locator('input')
			.or(search.and(this.page.locator('input')))
			.fill(text);
		return await this.until(count);
	}

	/** Scrolls to the end, upon which the next page comes. */
	async scrollTo(count: number): Promise<string[]> {
		await this.items.last().hover();
		await this.page.mouse.wheel(0, 2000);
		return await this.until(count);
	}

	private async until(count: number): Promise<string[]> {
		await this.items.nth(count - 1).waitFor();
		await this.items.nth(count).waitFor({ state: 'detached' });
		return (await this.items.allInnerTexts()).map((text) => text.trim());
	}

	async pick(name: string): Promise<void> {
		await this.items.filter({ hasText: name }).click();
		await this.items.first().waitFor({ state: 'hidden' });
	}
}
