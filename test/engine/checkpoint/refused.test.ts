import { feed, ID, CheckpointRig } from '../../rigs/engine/checkpointRig';
import { ledger } from '../../rigs/engine/rig';

/** A ledger without a saved checkpoint. */
const HEALTHY = '302321';
const items = [{ ledgerId: ID }, { ledgerId: HEALTHY }];
const ofItem = {
	...feed.parameters,
	ledgerId: ledger('={{ $json.ledgerId }}'),
	returnAll: false,
	limit: 2,
};

describe('a saved checkpoint that Vipps refuses', () => {
	let held: CheckpointRig;
	beforeEach(async () => {
		held = await CheckpointRig.open();
		await held.checkpoint({ operation: 'save' }, [
			{ feed: 'sales', ledgerId: ID, cursor: 'of-another-ledger' },
		]);
	});
	afterEach(async () => await held.rig.close());

	const read = async (more = {}) =>
		(await held.run({ Feed: { ...feed, parameters: ofItem, ...more } }, items)).nodes.Feed;

	it('is named as such, with what Vipps says and what to do', async () => {
		const error = (await read())?.error;
		expect(error).toMatchObject({
			message: `Vipps rejected the saved checkpoint of ledger ${ID}`,
			httpCode: '400',
			context: { itemIndex: 0 },
		});
		expect(error?.description).toMatch(
			/^Vipps answered 400: The cursor is not valid; cursor: Not a cursor of this list\. Clear it with Checkpoint: Clear in .* manual .* Trace ID for Vipps support: \w+$/,
		);
		expect(error?.description).not.toContain('Check the parameters');
	});

	it('holds back no other ledger under Continue, and can be cleared', async () => {
		const nodes = await read({ onError: 'continueRegularOutput' });
		expect(nodes?.items.map(({ error, ledgerId }) => error ?? ledgerId)).toEqual([
			`Vipps rejected the saved checkpoint of ledger ${ID}`,
			HEALTHY,
			HEALTHY,
		]);
		await held.checkpoint({ operation: 'clear', ledgerId: ledger(ID) });
		expect((await read())?.items).toHaveLength(4);
	});

	it('is not what is to blame where a firewall says 400, or the page after it fails', async () => {
		const { faults } = held.rig.sandbox;
		faults.add({ kind: 'status', status: 400, shape: 'html', path: `/ledgers/${ID}`, times: 1 });
		expect((await read())?.error?.message).toBe(`Could not get the sales feed of ledger ${ID}`);

		await held.checkpoint({ operation: 'clear', ledgerId: ledger(ID) });
		await held.run({ Feed: feed });
		faults.add({ kind: 'status', status: 400, path: `/ledgers/${ID}` });
		expect((await read())?.error?.message).toBe(`Could not get the sales feed of ledger ${ID}`);
	});

	it('is not a cursor that the user gives', async () => {
		const parameters = { ...feed.parameters, startFrom: 'cursor', cursor: 'of-another-ledger' };
		const { error } = await held.rig.run(parameters);
		expect(error?.message).toBe(`Could not get the sales feed of ledger ${ID}`);
	});
});
