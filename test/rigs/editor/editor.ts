import { randomUUID } from 'crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { NODE_TYPE, PACKAGE } from '../n8n/setup/package.cts';
import { manualTrigger, to } from '../workflowJson.cts';
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

/** Of a call to n8n's API. n8n closes a connection that was idle for five seconds, maybe just as a call is sent. */
const CALL = { failOnStatusCode: true, maxRetries: 2 };

/** Tells the page that its address is another one. */
const followTo = (path: string): string =>
	`history.pushState(null, '', ${JSON.stringify(path)});
	dispatchEvent(new PopStateEvent('popstate', { state: null }));`;

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
		// The first page of an n8n that has just started brings some six hundred files.
		context.setDefaultNavigationTimeout(90_000);
		await context.clock.install({ time: NOW });
		const { email, password } = owner;
		await context.request.post('/rest/login', {
			...CALL,
			data: { emailOrLdapLoginId: email, password },
		});
		return new Editor(browser, context);
	}

	/** The right keys, as nodes refer to them. */
	private async credential(): Promise<{ id: string; name: string }> {
		const answer = await this.context.request.get('/rest/credentials', CALL);
		const { data } = (await answer.json()) as { data: Array<{ id: string; name: string }> };
		const found = data.find(({ name }) => name === keys.name);
		if (!found) throw new Error(`n8n has no credential ${keys.name}`);
		return { id: found.id, name: found.name };
	}

	close = async () => await this.browser.close();

	/** The one tab, empty at first. */
	async tab(): Promise<Page> {
		return this.context.pages()[0] ?? (await this.context.newPage());
	}

	/** An empty canvas, in an editor that is loaded anew. */
	async newWorkflow(): Promise<Page> {
		const page = await this.tab();
		await page.goto('/workflow/new');
		await page.getByTestId('canvas-plus-button').waitFor();
		return page;
	}

	/** The canvas of a workflow that is stored already. The right keys are chosen in every node of ours. */
	async openWorkflow({ name, nodes, connections, settings = {} }: SeedWorkflow): Promise<Page> {
		const ours = { vippsAccountingApi: await this.credential() };
		const seeded = nodes.map((node) => ({
			typeVersion: 1,
			parameters: {},
			...node,
			id: randomUUID(),
			...(isOurs(node) && { credentials: ours }),
		}));
		const answer = await this.context.request.post('/rest/workflows', {
			...CALL,
			data: { name, nodes: seeded, connections, settings, active: false },
		});
		const { data } = (await answer.json()) as { data: { id: string } };
		const page = await this.visit(`/workflow/${data.id}`);
		// By its ID: the workflow before may have a node of that name.
		await page.locator(`.vue-flow__node[data-id="${seeded[0]?.id}"]`).waitFor();
		return page;
	}

	/**
	 * Another page of n8n. Only the first is loaded, as that takes longer than most tests: from then on the editor follows the
	 * address, as it does when one goes back. Leave no change unsaved: n8n would ask about it.
	 */
	private async visit(path: string): Promise<Page> {
		const page = await this.tab();
		if (page.url() === 'about:blank') await page.goto(path);
		else await page.evaluate(followTo(path));
		return page;
	}

	/** A workflow of nodes of one type, by name, each behind a trigger that is clicked, and of others that stand alone. */
	async openNodes(type: string, nodes: Record<string, object>, ...others: Seed[]): Promise<Page> {
		const names = Object.keys(nodes);
		return await this.openWorkflow({
			name: names.join(', '),
			nodes: [
				manualTrigger,
				...Object.entries(nodes).map(
					([name, parameters], index): Seed => ({
						name,
						type,
						position: [240 + 240 * Math.floor(index / 3), 200 * (index % 3)],
						parameters,
					}),
				),
				...others,
			],
			connections: { [manualTrigger.name]: { main: [to(...names)] } },
		});
	}

	/** A workflow of Vipps Sales nodes. */
	async openSalesNodes(nodes: Record<string, object>): Promise<Page> {
		return await this.openNodes(NODE_TYPE, nodes);
	}

	/** A workflow of one such node. */
	async openSalesNode(): Promise<Page> {
		return await this.openSalesNodes({ 'Vipps Sales': {} });
	}
}
