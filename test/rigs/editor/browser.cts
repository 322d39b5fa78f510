import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';

/** @throws Error that says how to get it, when there is no Chromium */
export function checkChromium(): void {
	if (existsSync(executablePath)) return;
	throw new Error(
		`There is no Chromium at ${executablePath}. Install it (apt-get install chromium), or set CHROMIUM to its path.`,
	);
}

/** Nothing but the pages it is sent to. */
const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts a browser that finds elements by n8n's own test ids. */
export async function openBrowser(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath, args, headless: true });
}

/**
 * Takes a picture for the documentation, in a run that was asked for them.
 *
 * @param style CSS that holds for the picture alone
 */
export async function picture(shown: Page | Locator, name: string, style = ''): Promise<void> {
	const folder = process.env.UI_PICTURES;
	if (!folder) return;
	const page = 'page' in shown ? shown.page() : shown;
	// No field is to look as if the mouse were over it.
	await page.mouse.move(1, 1);
	await mkdir(folder, { recursive: true });
	await shown.screenshot({
		path: join(folder, `${name}.png`),
		animations: 'disabled',
		caret: 'hide',
		style,
	});
}
