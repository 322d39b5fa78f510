import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { POLL_CONCURRENCY } from '../../../nodes/shared/polling/poll';
import { ledgersOf } from '../../rigs/engine/trigger/feedRig';
import { PollRig } from '../../rigs/engine/trigger/pollRig';

describe('the trigger, where Vipps limits or refuses', () => {
	let sandbox: Sandbox;
	let rig: PollRig;
	beforeEach(async () => {
		sandbox = await startSandbox({ now: '2026-03-20T12:00:00Z', ledgerCount: 40 });
		const { clientId, clientSecret, url: baseUrl } = sandbox;
		rig = new PollRig({ clientId, clientSecret, baseUrl }, 'older');
		rig.set({ startFrom: 'beginning' });
	});
	afterEach(async () => await sandbox.close());

	it('a rate limit that lasts longer than the poll ends it at once, and tells the host how long', async () => {
		sandbox.faults.add({ kind: 'status', status: 429, retryAfter: '60', path: '/sales/' });
		const begun = Date.now();
		await expect(rig.poll()).rejects.toMatchObject({
			failure: { cause: 'rate-limited', retryAfterMs: 60_000 },
		});
		// The poll would have 42 seconds to wait.
		expect(Date.now() - begun).toBeLessThan(30_000);
		const asked = sandbox.requests.filter(({ path }) => path.startsWith('/sales/'));
		expect(asked.length).toBeLessThanOrEqual(POLL_CONCURRENCY);
	});

	it('a rate limit in the middle keeps what came before, and the rest comes later', async () => {
		sandbox.faults.add({
			kind: 'status',
			status: 429,
			retryAfter: '60',
			path: '/sales/',
			from: 15,
		});
		const some = ledgersOf(await rig.poll());
		expect(some.length).toBeGreaterThan(2);
		sandbox.faults.clear();
		const rest = ledgersOf(await rig.poll());
		expect(rest.filter((id) => some.includes(id))).toEqual([]);
		const withSales = sandbox
			.ledgers()
			.filter(({ ledgerId }) => sandbox.sales(ledgerId).length > 0);
		expect(some.length + rest.length).toBe(withSales.length);
	});

	it('refused keys fail every ledger, are tried once a poll, and work again once right', async () => {
		const { clientSecret } = rig.credential.data;
		Object.assign(rig.credential.data, { clientSecret: 'wrong' });
		await expect(rig.poll()).rejects.toMatchObject({ failure: { cause: 'credential-invalid' } });
		await expect(rig.poll()).rejects.toThrow();
		Object.assign(rig.credential.data, { clientSecret });
		expect((await rig.poll()).length).toBeGreaterThan(0);
	});

	it('keys refused in the middle of a poll keep what came before; the rest comes later', async () => {
		sandbox.faults.add({ kind: 'status', status: 401, path: '/sales/', from: 5 });
		const some = await rig.poll();
		await expect(rig.poll()).rejects.toMatchObject({ failure: { cause: 'credential-invalid' } });
		sandbox.faults.clear();
		const all = sandbox.ledgers().flatMap(({ ledgerId }) => sandbox.sales(ledgerId));
		expect(some.length + (await rig.poll()).length).toBe(all.length);
	});
});
