import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser } from 'playwright-core';

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
