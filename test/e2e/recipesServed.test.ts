import { sleep } from 'n8n-workflow';

import { importWorkflows } from '../../host/drive/n8n.cts';
import { signIn } from '../../host/drive/rest.cts';
import { startServer, type N8nServer } from '../../host/drive/server.cts';
import { callWebhook } from '../../host/drive/webhook.cts';
import { startAccountingSystem, type AccountingSystem } from '../rigs/n8n/accountingSystem';
import { owner } from '../rigs/n8n/setup/owner.cts';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { publish, servedRecipes } from '../rigs/n8n/recipeRig';
import { storedRows } from '../rigs/n8n/stored.cts';
import { until } from '../rigs/n8n/until';

jest.setTimeout(45 * 60_000);

/** The share of each ledger in the limit, which the recipes set to 5000 for all: enough for two executions that differ. */
const BATCH = 40;

/** A sale as the recipes send and store it. */
type Sale = Record<'ledgerId' | 'reference' | 'time' | 'dedupeKey', string> & { gross: number };

describe('the recipes that n8n starts by itself, in production in a real n8n', () => {
	let n8n: RealN8n;
	let accounting: AccountingSystem;
	let server: N8nServer;

	beforeAll(async () => {
		n8n = await setUp();
		accounting = await startAccountingSystem();
		const workflows = await servedRecipes(accounting.url, BATCH * n8n.sandbox.ledgers().length);
		await importWorkflows(n8n.environment, workflows);
		server = await startServer(n8n.environment);
		const client = await signIn(server.url, owner);
		for (const { id } of workflows) await publish(client, id);
	});
	afterAll(async () => {
		await server.stop();
		await accounting.close();
		await n8n.close();
	});

	const run = async (id: string) => (await callWebhook(server.url, id)).status;
	const batch = (from: number, to = from + BATCH) =>
		n8n.sandbox.ledgers().flatMap(({ ledgerId }) =>
			n8n.sandbox
				.sales(ledgerId)
				.slice(from, to)
				.map(({ reference, time }) => [ledgerId, reference, time]),
		);
	const named = (sales: Sale[]) =>
		sales.map(({ ledgerId, reference, time }) => [ledgerId, reference, time]);
	const keysOf = (sales: Sale[]) => new Set(sales.map(({ dedupeKey }) => dedupeKey));

	it('a webhook gets new sales, and what it refused comes again', async () => {
		const sent = () => accounting.booked.splice(0) as Sale[];
		accounting.behaviour = 'refuses';
		expect([await run('vippsWebhook0001'), accounting.posts, sent()]).toEqual([500, 3, []]);
		accounting.behaviour = 'accepts';
		expect(await run('vippsWebhook0001')).toBe(200);
		const first = sent();
		expect(named(first)).toEqual(batch(0));
		expect(await run('vippsWebhook0001')).toBe(200);
		const second = sent();
		expect(named(second)).toEqual(batch(BATCH));
		expect(keysOf([...first, ...second]).size).toBe(first.length + second.length);
	});

	it('the data table has each sale once, though it came twice', async () => {
		const rows = async () =>
			(await storedRows(n8n.environment))
				.filter(([, row]) => 'dedupeKey' in row)
				.map(([, row]) => row as Sale);
		const sorted = (sales: unknown[]) => sales.map((sale) => JSON.stringify(sale)).sort();
		expect(await run('vippsDataTable01')).toBe(200);
		const first = await rows();
		expect(sorted(named(first))).toEqual(sorted(batch(0)));
		expect(await run('mirrorAgain')).toBe(200);
		expect((await rows()).map(({ dedupeKey }) => dedupeKey)).toEqual([...keysOf(first)]);
		expect(await run('vippsDataTable01')).toBe(200);
		const all = await rows();
		expect(sorted(named(all))).toEqual(sorted(batch(0, 2 * BATCH)));
		const truth = n8n.sandbox
			.ledgers()
			.flatMap(({ ledgerId }) => n8n.sandbox.sales(ledgerId).slice(0, 2 * BATCH));
		const total = all.reduce((sum, { gross }) => sum + Math.round(gross * 100), 0);
		expect(total).toBe(truth.reduce((sum, { amounts }) => sum + amounts.gross, 0));
	});

	it('the form shows all sales of an order on any ledger, or says that there is none', async () => {
		const [refund] = n8n.sandbox.sales('451207').filter(({ entryType }) => entryType === 'refund');
		const reference = refund?.reference ?? '';
		const known = await ask(reference);
		const sales = n8n.sandbox.sales('451207').filter((sale) => sale.reference === reference);
		expect(sales.length).toBeGreaterThan(1);
		for (const { time, entryType, amounts } of sales) {
			const at = time.slice(0, 16).replace('T', ' ');
			const gross = (amounts.gross / 100).toFixed(2);
			expect(known).toContain(`${at} UTC: ${entryType} ${gross} DKK, ledger 451207`);
		}
		expect(await ask('no-such-order')).toContain('Vipps knows no such order');
	});

	it('a run that fails reaches the error workflow, which says what to do', async () => {
		expect(await run('failing')).toBe(500);
		await until(() => accounting.booked.length > 0, 'the error workflow');
		expect(accounting.booked).toEqual([
			{
				workflow: 'failing',
				node: 'Vipps Sales',
				message: expect.stringContaining('Could not get the sales of ledger not-mine'),
				whatToDo: expect.stringContaining('Unknown ledger, or no access'),
				link: expect.stringContaining('/failing/executions/'),
			},
		]);
	});

	/** Fills in the form as a browser does, and gives the page that it ends on. */
	async function ask(reference: string): Promise<string> {
		const body = new FormData();
		body.append('field-0', reference);
		const form = `${server.url}/form/vipps-find-an-order`;
		const answer = await fetch(form, { method: 'POST', body });
		const { formWaitingUrl } = (await answer.json()) as { formWaitingUrl: string };
		const status = new URL(formWaitingUrl);
		status.pathname += '/n8n-execution-status';
		// While the run goes on, n8n keeps whoever asks for the page itself waiting for ever.
		for (let tries = 0; (await textOf(status)) !== 'form-waiting'; tries++) {
			if (tries === 200) throw new Error(`The form of ${reference} is ${await textOf(status)}`);
			await sleep(100);
		}
		return await textOf(formWaitingUrl);
	}
	async function textOf(from: string | URL): Promise<string> {
		return await (await fetch(from, { signal: AbortSignal.timeout(20_000) })).text();
	}
});
