import type { Locator, Page } from 'playwright-core';

import { repeatUntil } from './repeatUntil';
import { whenStable } from './whenStable';

/** What no node is found by. */
const NOTHING = 'xqzxqz';

/** The heading above what a node can do. */
const ACTIONS = /^Actions \(\d+\)$/;

/** The panel in which a user looks for nodes. */
export class NodesPanel {
	constructor(private readonly page: Page) {}

	/** From an empty canvas. */
	async open(): Promise<void> {
		await this.page.getByTestId('canvas-plus-button').click();
		await this.searchBar.waitFor();
	}

	/** From the output of a node, which the chosen one is then connected to. */
	async openBehind(name: string): Promise<void> {
		const handle = `[data-test-id="canvas-node-output-handle"][data-node-name="${name}"]`;
		await this.page.locator(handle).getByTestId('canvas-handle-plus').click();
		await this.searchBar.waitFor();
	}

	/** Types into the search field and gives the results by name, when this one is among them. */
	async search(text: string, expected: string): Promise<string[]> {
		// Else it may be there from the search before.
		await this.searchBar.fill(NOTHING);
		await this.result(expected).waitFor({ state: 'hidden' });
		await this.searchBar.fill(text);
		await this.result(expected).waitFor();
		return await this.page.getByTestId('node-creator-item-name').allInnerTexts();
	}

	/** A result of the search. */
	result(name: string): Locator {
		return this.items.filter({ has: this.page.getByText(name, { exact: true }) });
	}

	/** All actions of the chosen node, this among them, from top to bottom, with the headings and without its triggers. */
	async actions(expected: string): Promise<string[]> {
		const heading = this.page.getByText(ACTIONS);
		const closed = this.page.locator('[data-category-collapsed="true"]').filter({ has: heading });
		await heading.waitFor();
		// The heading may open just as it is clicked, which closes it.
		await repeatUntil(this.action(expected), async (limit) => {
			if (await closed.isVisible()) await heading.click(limit);
		});
		const texts = await whenStable(async () => await this.items.allInnerTexts());
		return texts.map((text) => text.trim()).filter((text) => !/^On /.test(text));
	}

	/** From the actions of a node to all nodes again. */
	async back(): Promise<void> {
		await this.page.getByTestId('nodes-list-header').getByRole('button').first().click();
		await this.page.getByText(ACTIONS).waitFor({ state: 'detached' });
	}

	/** The panel as a whole. */
	get root(): Locator {
		return this.page.getByTestId('node-creator');
	}

	/** One of them. */
	action = (name: string): Locator => this.result(name);

	private get items(): Locator {
		return this.page.getByTestId('item-iterator-item');
	}

	private get searchBar(): Locator {
		return this.page.getByTestId('node-creator-search-bar');
	}
}
