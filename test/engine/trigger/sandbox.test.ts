import { Settings } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { keysOf, PollRig } from '../../rigs/engine/trigger/pollRig';

const systemClock = Settings.now;

describe('the trigger, against the sandbox', () => {
	let sandbox: Sandbox;
	let rig: PollRig;
	beforeEach(async () => {
		sandbox = await startSandbox({ now: '2026-04-20T12:00:00Z' });
		const { clientId, clientSecret, url: baseUrl } = sandbox;
		rig = new PollRig({ clientId, clientSecret, baseUrl });
	});
	afterEach(async () => {
		Settings.now = systemClock;
		await sandbox.close();
	});

	/** Both the sandbox and the trigger, which knows today by Luxon, are to see this time. */
	const itIs = (iso: string) => {
		sandbox.clock.set(iso);
		Settings.now = () => Date.parse(iso);
	};

	it('brings exactly the sales of all ledgers, day after day', async () => {
		rig.set({ startFrom: 'beginning' });
		const items: IDataObject[] = [];
		for (let day = 0; day < 4; day++) {
			items.push(...(await rig.poll()));
			sandbox.clock.advance(86_400);
		}
		items.push(...(await rig.poll()));
		for (const { ledgerId } of sandbox.ledgers()) {
			const mine = items.filter((item) => item.ledgerId === ledgerId);
			const given = sandbox.sales(ledgerId).map((entry) => ({
				...entry,
				ledgerId,
				dedupeKey: expect.any(String),
			}));
			expect(mine).toEqual(given);
		}
		expect(new Set(keysOf(items)).size).toBe(items.length);
	});

	it('lists the ledgers to choose from by name, all pages of them', async () => {
		const options = await rig.ledgerOptions();
		expect(options).toHaveLength(7);
		expect(options).toContainEqual({ name: 'Kahvila Koivu · 1234567-0 · 602118', value: '602118' });
	});

	it('shows the latest sales in a manual test, and keeps nothing', async () => {
		itIs('2026-04-20T12:00:00Z');
		rig.set({ ledgers: 'selected', ledgerIds: ['302321'], triggerOn: 'refund' });
		const items = await rig.poll({ mode: 'manual' });
		const refunds = sandbox.sales('302321').filter(({ entryType }) => entryType === 'refund');
		const latest = refunds.filter(({ time }) => time >= '2026-04-13T22:00:00Z').slice(-10);
		expect(latest.length).toBeGreaterThan(3);
		expect(items).toEqual(
			latest.map((entry) => ({ ...entry, ledgerId: '302321', dedupeKey: expect.any(String) })),
		);
		expect(rig.saved).toBe('{}');
		expect(await rig.poll()).toEqual([]);
	});

	it('shows ten sales in a manual test, however early in the day', async () => {
		itIs('2026-04-21T05:00:00Z');
		rig.set({});
		const items = await rig.poll({ mode: 'manual' });
		expect(items).toHaveLength(10);
		expect(new Set(keysOf(items)).size).toBe(10);
		expect(items.map(({ time }) => time)).toEqual(items.map(({ time }) => time).sort());
	});

	it("shows today's sales in a manual test, where a date before cannot be read", async () => {
		itIs('2026-04-21T05:00:00Z');
		sandbox.faults.add({ kind: 'status', status: 403, path: '/dates/2026-04-20' });
		rig.set({});
		const items = await rig.poll({ mode: 'manual' });
		expect(items.length).toBeGreaterThan(0);
		expect(items.every(({ time }) => String(time) >= '2026-04-20T21:00:00Z')).toBe(true);
		sandbox.faults.add({ kind: 'status', status: 403, path: '/dates/2026-04-21' });
		await expect(rig.poll({ mode: 'manual' })).rejects.toMatchObject({ httpCode: '403' });
	});

	it('says so plainly when a manual test finds nothing', async () => {
		rig.set({});
		await expect(rig.poll({ mode: 'manual' })).rejects.toMatchObject({
			message: 'No matching sales on the first 5 ledgers in the last 7 days',
			description: expect.stringContaining('Nothing is wrong'),
		});
	});

	it('says whom to ask when there is no ledger at all, and goes on polling', async () => {
		await sandbox.close();
		sandbox = await startSandbox({ ledgerCount: 0 });
		rig.credential.data.baseUrl = sandbox.url;
		await expect(rig.poll({ mode: 'manual' })).rejects.toMatchObject({
			description: expect.stringContaining('Accounting partners'),
		});
		expect(await rig.poll()).toEqual([]);
	});
});
