import type { Locator, Page } from 'playwright-core';

import { whenStable } from './whenStable';

/** What a table on the screen shows. */
export interface Table {
	headers: string[];
	rows: string[][];
}

/** What the open node gave: items, a file, or the reason why it did not. */
export class NodeOutput {
	constructor(private readonly page: Page) {}

	/** The panel as a whole. */
	get root(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** "28 items", as it stands above the table. */
	async itemCount(): Promise<string> {
		return (await this.root.getByTestId('run-data-item-count').innerText()).trim();
	}

	/** What the node gave, as a table. */
	async table(): Promise<Table> {
		await this.root.getByTestId('radio-button-table').click();
		const table = this.root.locator('table');
		await table.locator('td').first().waitFor();
		// At once, as n8n may be drawing the next table in the same place.
		const all = await whenStable(
			async () =>
				await table
					.locator('tr')
					.evaluateAll((rows) =>
						rows.map((row) =>
							[...row.querySelectorAll('th, td')].map((cell) => cell.innerText.trim()),
						),
					),
		);
		const [names = [], ...rows] = all;
		// A last column without a name fills the width.
		const headers = names.filter((text) => text !== '');
		return { headers, rows: rows.map((row) => row.slice(0, headers.length)) };
	}

	/** Downloads the file that the node made. */
	async download(): Promise<Buffer> {
		const started = this.page.waitForEvent('download');
		await this.root.getByText('Download', { exact: true }).click();
		const chunks: Buffer[] = [];
		for await (const chunk of await (await started).createReadStream())
			chunks.push(chunk as Buffer);
		return Buffer.concat(chunks);
	}

	/** What the node said instead: message and description. */
	async error(): Promise<{ message: string; description: string }> {
		const message = this.root.getByTestId('node-error-message');
		await message.waitFor();
		const description = this.root.getByTestId('node-error-description');
		return {
			message: (await message.innerText()).trim(),
			description: (await description.innerText()).trim(),
		};
	}

	/** Takes the trace id off the screen: it is another one in every run. */
	async withoutTraceId(): Promise<void> {
		await this.root.getByTestId('node-error-description').evaluate((element) => {
			element.textContent =
				element.textContent?.replace(/[0-9a-f]{32}/, '0af7651916cd43dd8448eb211c80319c') ?? '';
		});
	}
}
