import type { Browser, BrowserContext, Page } from 'playwright-core';

import { NODE_TYPE, PACKAGE } from '../n8n/setup/package.cts';
import { chained, manualTrigger } from '../workflowJson.cts';
import { owner } from '../n8n/setup/owner.cts';
import { openBrowser } from './browser.cts';
import { isForPictures } from './picture.cts';
import { addresses, keys, NOW } from './setup/rig.cts';

/** A node of a workflow that a test begins with. */
export interface Seed {
	name: string;
	type: string;
	typeVersion?: number;
	position: [number, number];
	parameters?: object;
	[more: string]: unknown;
}

/** A workflow as n8n's API takes it. */
export interface SeedWorkflow {
	name: string;
	nodes: Seed[];
	connections: object;
	settings?: object;
}

/** Whether a node is of this package, also as a tool. */
export const isOurs = ({ type }: Pick<Seed, 'type'>): boolean => type.startsWith(`${PACKAGE}.`);

/** The browser's window. */
export const WINDOW = { width: 1280, height: 800 };

/** n8n's editor in a browser of its own, the owner signed in. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		readonly context: BrowserContext,
	) {}

	/**
	 * The browser's clock is at the time of the sandbox's and of n8n's.
	 *
	 * @param n8n where it runs; else it is that of all tests
	 */
	static async open(n8n = addresses().n8n): Promise<Editor> {
		const browser = await openBrowser();
		return await Editor.signIn(browser, n8n).catch(async (error: unknown) => {
			await browser.close();
			throw error;
		});
	}

	private static async signIn(browser: Browser, baseURL: string): Promise<Editor> {
		const context = await browser.newContext({
			viewport: WINDOW,
			deviceScaleFactor: isForPictures() ? 2 : 1,
			baseURL,
		});
		context.setDefaultTimeout(30_000);
		await context.clock.install({ time: NOW });
		const { email, password } = owner;
		await context.request.post('/rest/login', {
			data: { emailOrLdapLoginId: email, password },
			failOnStatusCode: true,
		});
		return new Editor(browser, context);
	}

	/** The right keys, as nodes refer to them. */
	private async credential(): Promise<{ id: string; name: string }> {
		const answer = await this.context.request.get('/rest/credentials', { failOnStatusCode: true });
		const { data } = (await answer.json()) as { data: Array<{ id: string; name: string }> };
		const found = data.find(({ name }) => name === keys.name);
		if (!found) throw new Error(`n8n has no credential ${keys.name}`);
		return { id: found.id, name: found.name };
	}

	close = async () => await this.browser.close();

	/** An empty canvas, in a tab of its own. */
	async newWorkflow(): Promise<Page> {
		const page = await this.freshTab();
		await page.goto('/workflow/new');
		await page.getByTestId('canvas-plus-button').waitFor();
		return page;
	}

	/** The canvas of a workflow that is stored already, in a tab of its own. The right keys are chosen in every node of ours. */
	async openWorkflow({ name, nodes, connections, settings = {} }: SeedWorkflow): Promise<Page> {
		const ours = { vippsAccountingApi: await this.credential() };
		const seeded = nodes.map((node) => ({
			id: node.name,
			typeVersion: 1,
			parameters: {},
			...node,
			...(isOurs(node) && { credentials: ours }),
		}));
		const answer = await this.context.request.post('/rest/workflows', {
			data: { name, nodes: seeded, connections, settings, active: false },
			failOnStatusCode: true,
		});
		const { data } = (await answer.json()) as { data: { id: string } };
		const page = await this.freshTab();
		await page.goto(`/workflow/${data.id}`);
		await page.getByTestId('canvas-node').first().waitFor();
		return page;
	}

	/** A workflow of one Vipps Sales node behind a trigger that is clicked. */
	async openSalesNode(parameters: object = {}): Promise<Page> {
		return await this.openWorkflow({
			name: 'One node',
			nodes: [
				manualTrigger,
				{ name: 'Vipps Sales', type: NODE_TYPE, position: [240, 0], parameters },
			],
			connections: chained('Start', 'Vipps Sales'),
		});
	}

	private async freshTab(): Promise<Page> {
		const page = await this.context.newPage();
		for (const other of this.context.pages()) if (other !== page) await other.close();
		return page;
	}
}
