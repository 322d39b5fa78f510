import type { INode } from 'n8n-workflow';

import { setUpSalesUnit, type SalesUnitRig } from '../../rigs/engine/anyKeys';
import { operations } from '../../rigs/engine/operations';
import { ledger } from '../../rigs/engine/rig';
import { leaksIn } from '../../rigs/engine/secrets';
import { PollRig } from '../../rigs/engine/trigger/pollRig';

const REFUSAL = {
	message: "Sales unit keys can't read sales",
	description: expect.stringMatching(/'Key Type' is 'Accounting Keys', or use Vipps Settlement/),
};
const several = { ledgers: 'selected', ledgerIds: ['310488', '302321'] };
const feed = { resource: 'sale', operation: 'getFeed', ledgerId: ledger('310488') };

let rig: SalesUnitRig;
beforeEach(async () => void (rig = await setUpSalesUnit()));
afterEach(async () => {
	expect(rig.sandbox.requests).toEqual([]);
	await rig.close();
});

describe('Vipps Sales with sales unit keys', () => {
	it.each(operations)('refuses %s before any call', async (_, parametersFor) => {
		const { error } = await rig.run(parametersFor(rig.sandbox));
		expect(error).toMatchObject(REFUSAL);
		expect(error).not.toHaveProperty('httpCode');
		expect(leaksIn(error, rig.sandbox)).toEqual([]);
	});

	it.each([
		{ operation: 'getByDate', ledgers: 'all' },
		{ operation: 'getByDate', ...several },
		{ operation: 'getFeed', ledgers: 'all', startFrom: 'savedCheckpoint' },
		{ operation: 'getFeed', ...several, startFrom: 'savedCheckpoint' },
	])('refuses several ledgers once: $operation of $ledgers', async (parameters) => {
		const { error } = await rig.run({ resource: 'sale', ...parameters });
		expect(error).toMatchObject(REFUSAL);
	});

	const modes: Array<NonNullable<INode['onError']>> = [
		'continueRegularOutput',
		'continueErrorOutput',
	];
	it.each(modes)('gives each item the refusal with On Error %s', async (onError) => {
		const { error, outputs } = await rig.run(feed, [{}, {}, {}], { onError });
		expect(error).toBeUndefined();
		const items = outputs.flat();
		expect(items.map(({ json }) => json.error)).toEqual(Array(3).fill(REFUSAL.message));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => expect.objectContaining({ item })),
		);
	});

	it('saves and gives checkpoints, for which nothing is called', async () => {
		const checkpoint = { resource: 'checkpoint', ledgerId: ledger('310488') };
		const { error } = await rig.run({ ...checkpoint, operation: 'save', cursor: 'c' });
		expect(error).toBeUndefined();
	});

	it('says so in the list of ledgers, too', async () => {
		await expect(rig.engine.searchLedgers()).rejects.toMatchObject(REFUSAL);
	});
});

describe('Vipps Sales Trigger with sales unit keys', () => {
	const trigger = (host: 'older' | 'newer' = 'newer') => {
		const poll = new PollRig(rig.engine.credential.data, host);
		poll.set({ startFrom: 'beginning' });
		return poll;
	};

	it.each(['older', 'newer'] as const)('refuses to be activated, on an %s host', async (host) => {
		const poll = trigger(host);
		await expect(poll.poll({ isActivation: true })).rejects.toMatchObject({
			...REFUSAL,
			failure: { cause: 'credential-invalid' },
		});
		expect(poll.saved).toBe('{}');
	});

	it('refuses several ledgers once', async () => {
		const poll = trigger();
		poll.set(several);
		await expect(poll.poll()).rejects.toMatchObject(REFUSAL);
	});

	it.each([{ ledgers: 'all' }, several])(
		'refuses a manual test of $ledgers',
		async (parameters) => {
			const poll = trigger();
			poll.set(parameters);
			await expect(poll.poll({ mode: 'manual' })).rejects.toMatchObject(REFUSAL);
		},
	);

	it('says so in the list of ledgers, too', async () => {
		await expect(trigger().ledgerOptions()).rejects.toMatchObject(REFUSAL);
	});
});
