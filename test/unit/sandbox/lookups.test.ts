import type { AxiosInstance } from 'axios';
import { startSandbox, type SalesEntry, type Sandbox } from '../../../sandbox';
import { overTheWire, salesPath, signedIn } from './client';

const LEDGER = '310488';
let sandbox: Sandbox;
let api: AxiosInstance;

beforeEach(async () => {
	sandbox = await startSandbox({ now: '2026-06-15T12:00:00Z' });
	api = await signedIn(sandbox);
});
afterEach(async () => await sandbox.close());

const byReference = async (reference: string) =>
	await api.get(`${salesPath(LEDGER)}/references/${encodeURIComponent(reference)}`);
const byPspReference = async (reference: string) =>
	await api.get(`${salesPath(LEDGER)}/psp-references/${encodeURIComponent(reference)}`);

/** An order with more than one entry, and one with a single entry. */
function orders(): { many: SalesEntry[]; one: SalesEntry[] } {
	const byReference = new Map<string, SalesEntry[]>();
	for (const entry of overTheWire(sandbox.sales(LEDGER))) {
		byReference.set(entry.reference, [...(byReference.get(entry.reference) ?? []), entry]);
	}
	const all = [...byReference.values()];
	return {
		many: all.find((order) => order.length > 2) ?? [],
		one: all.find((order) => order.length === 1) ?? [],
	};
}

describe('a look-up', () => {
	it('by reference gives all captures and refunds of the order', async () => {
		const { many } = orders();
		expect(many.length).toBeGreaterThan(2);
		expect((await byReference(many[0]?.reference ?? '')).data).toEqual({ items: many });
	});

	it('by PSP reference gives the one transaction', async () => {
		const { many } = orders();
		const wanted = many.at(-1);
		expect((await byPspReference(wanted?.pspReference ?? '')).data).toEqual({ items: [wanted] });
	});

	it('finds a reference that a URL must encode', async () => {
		const odd = sandbox.sales(LEDGER).find(({ reference }) => reference.includes('/'));
		const { status, data } = await byReference(odd?.reference ?? '');
		expect(status).toBe(200);
		expect((data as { items: unknown[] }).items[0]).toEqual(overTheWire(odd));
	});

	it('does not find what another ledger has, what is not there, or what has not happened', async () => {
		const foreign = sandbox.sales('451207')[0];
		expect((await byReference(foreign?.reference ?? '')).status).toBe(404);
		expect((await byPspReference(foreign?.pspReference ?? '')).status).toBe(404);
		expect((await byPspReference('null')).status).toBe(404);
		const last = sandbox.sales(LEDGER).at(-1);
		sandbox.clock.advance(-30 * 86_400);
		expect((await byReference(last?.reference ?? '')).status).toBe(404);
	});
});

describe('the switch', () => {
	it.each(['items', 'array', 'object'] as const)('lookupEnvelope: %s', async (reading) => {
		sandbox.switches.lookupEnvelope = reading;
		const { many, one } = orders();
		const answers = {
			items: [{ items: many }, { items: one }],
			array: [many, one],
			object: [{ items: many }, one[0]],
		};
		expect((await byReference(many[0]?.reference ?? '')).data).toEqual(answers[reading][0]);
		expect((await byReference(one[0]?.reference ?? '')).data).toEqual(answers[reading][1]);
	});

	it.each([
		{ envelope: 'items', body: { items: [] } },
		{ envelope: 'array', body: [] },
		{ envelope: 'object', body: { items: [] } },
	] as const)('unknownReference: empty, in the envelope $envelope', async ({ envelope, body }) => {
		Object.assign(sandbox.switches, { lookupEnvelope: envelope, unknownReference: 'empty' });
		for (const { status, data } of [await byReference('nobody'), await byPspReference('nobody')]) {
			expect(status).toBe(200);
			expect(data).toEqual(body);
		}
	});
});
