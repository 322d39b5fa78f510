import { sleep } from 'n8n-workflow';

import { serveAnswers } from '../../rigs/engine/servers/answers';
import { workflowOf } from '../../rigs/engine/engine';
import { useFaultRig } from '../../rigs/engine/faultRig';
import { ID } from '../../rigs/engine/operations';
import { feedOf, ledger } from '../../rigs/engine/rig';

const held = useFaultRig();

describe('Retry-After', () => {
	it.each([
		{ given: 'seconds', retryAfter: () => '1' },
		{ given: 'a date', retryAfter: () => new Date(Date.now() + 2000).toUTCString() },
	])('is obeyed as $given', async ({ retryAfter }) => {
		const start = Date.now();
		held.rig.sandbox.faults.add({
			kind: 'status',
			status: 429,
			retryAfter: retryAfter(),
			times: 1,
		});
		const { error } = await held.rig.run({ resource: 'ledger', operation: 'getAll', limit: 1 });
		expect(error).toBeUndefined();
		expect(Date.now() - start).toBeGreaterThanOrEqual(990);
	});
});

describe('a run that the user cancels', () => {
	it.each([
		{ status: 429, retryAfter: '10' },
		{ status: 503, retryAfter: '1' },
	])('sends nothing any more, having been answered $status', async ({ status, retryAfter }) => {
		const path = '/settlement/';
		held.rig.sandbox.faults.add({ kind: 'status', status, retryAfter, path });
		const input = [{}, {}, {}];
		const json = workflowOf({ resource: 'ledger', operation: 'getAll' }, input, {
			onError: 'continueRegularOutput',
		});
		const run = held.rig.engine.start(json);
		for (let made = 0; made < input.length; made += held.rig.calls().length) await sleep(20);
		const start = Date.now();
		run.cancel();
		await expect(run).resolves.toMatchObject({ status: 'canceled' });
		await sleep(2500);
		// The 429 asks to wait 10 seconds.
		expect(Date.now() - start).toBeLessThan(9500);
		expect(held.rig.calls()).toEqual([]);
	});
});

describe('the time limit of a call', () => {
	it.each(['stall', 'drip'] as const)(
		'ends a %s after 30 seconds, and the call is sent again',
		async (kind) => {
			held.rig.sandbox.faults.add({ kind, everyMs: 500, path: feedOf(ID), times: 1 });
			const start = Date.now();
			const { items, error } = await held.rig.run({
				resource: 'sale',
				operation: 'getFeed',
				output: 'entries',
				ledgerId: ledger(ID),
				limit: 5,
			});
			expect(error).toBeUndefined();
			expect(items).toHaveLength(5);
			expect(Date.now() - start).toBeGreaterThan(29_000);
			expect(held.rig.calls()).toHaveLength(2);
		},
		60_000,
	);
});

describe('the ledger drop-down', () => {
	it('tries again like the node', async () => {
		held.rig.sandbox.faults.add({ kind: 'truncated', path: '/settlement/', times: 2 });
		expect((await held.rig.engine.searchLedgers()).results).toHaveLength(5);
		expect(held.rig.calls()).toHaveLength(3);
	});
});

describe('another server', () => {
	it('never gets the token by a redirect', async () => {
		const other = await serveAnswers({ '/': { items: [] } });
		held.rig.sandbox.faults.add({ kind: 'redirect', location: `${other.baseUrl}/` });
		await held.rig.run({ resource: 'ledger', operation: 'getAll' });
		expect(other.calls).toEqual([]);
	});
});
