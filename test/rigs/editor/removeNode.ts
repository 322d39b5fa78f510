import type { Page } from 'playwright-core';

import { repeatUntil } from './repeatUntil';

/** Removes a node from the canvas. */
export async function removeNode(page: Page, name: string): Promise<void> {
	const node = page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	await node.waitFor();
	// A canvas that was just opened moves until all nodes are in view, and the click may miss.
	const remove = async (limit: { timeout: number }) => {
		await node.click(limit);
		await page.keyboard.press('Delete');
	};
	await repeatUntil(node, remove, 'hidden');
}
