import { feed, ID, CheckpointRig, save, wirings } from '../../rigs/engine/checkpointRig';
import { ledger } from '../../rigs/engine/rig';
import type { Step } from '../../rigs/engine/scheduled';

describe('the saved checkpoint of a feed', () => {
	let held: CheckpointRig;
	beforeEach(async () => void (held = await CheckpointRig.open()));
	afterEach(async () => await held.rig.close());

	it('says where it was saved, and where it was before', async () => {
		const { nodes } = await held.run(wirings.below);
		const [first] = nodes.Save?.items ?? [];
		expect(first).toEqual({
			feed: 'sales',
			ledgerId: ID,
			cursor: expect.stringMatching(/./),
			savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			previousCursor: '',
			saved: true,
		});
		expect(nodes.Save?.hints).toEqual([]);
		expect(await held.get()).toEqual({
			feed: 'sales',
			ledgerId: ID,
			cursor: first?.cursor,
			savedAt: first?.savedAt,
		});

		held.salesOn(1);
		const second = (await held.run(wirings.below)).nodes.Save?.items[0];
		expect(second).toMatchObject({ previousCursor: first?.cursor, saved: true });
	});

	it('is put back by saving an older cursor: the sales behind it come again', async () => {
		const first = (await held.run(wirings.below)).nodes.Save?.items[0];
		held.salesOn(1);
		await held.run(wirings.below);
		const byHand = { operation: 'save', ledgerId: ledger(ID), cursor: first?.cursor as string };
		expect((await held.checkpoint(byHand)).items[0]).toMatchObject({
			cursor: first?.cursor,
			saved: true,
		});

		held.scheduled.bookingStep.take();
		await held.run(wirings.below);
		expect(held.scheduled.bookingStep.take()).toEqual(
			held.salesOn(1).slice(held.salesOn(0).length),
		);
	});

	it('is deleted by Clear, which gives its cursor; the feed starts at the first sale', async () => {
		const first = (await held.run(wirings.below)).nodes.Save?.items[0];
		held.scheduled.bookingStep.take();
		const clear = { operation: 'clear', ledgerId: ledger(ID) };
		const cleared = { feed: 'sales', ledgerId: ID, previousCursor: first?.cursor, cleared: true };
		expect((await held.checkpoint(clear)).items).toEqual([cleared]);
		expect((await held.checkpoint(clear)).items).toEqual([{ ...cleared, previousCursor: '' }]);

		const { nodes } = await held.run(wirings.below);
		expect(held.scheduled.bookingStep.take()).toEqual(held.salesOn(0));
		expect(nodes.Feed?.hints).toEqual([
			{ type: 'info', message: expect.stringContaining(`No checkpoint is saved for ledger ${ID}`) },
		]);
	});

	it('of the command line is kept, of a manual run it is not, which the run says', async () => {
		const manual = await held.run(wirings.below, [{}], 'manual');
		const hint = {
			type: 'warning',
			message: expect.stringContaining("Manual execution: the checkpoint isn't saved"),
		};
		expect(manual.nodes.Save?.items[0]).toMatchObject({ saved: false });
		expect(manual.nodes.Save?.hints).toEqual([hint]);
		expect(manual.nodes.Feed?.hints).toContainEqual(hint);
		expect(held.scheduled.memory.staticData).toEqual({});

		await held.run(wirings.below, [{}], 'cli');
		const kept = await held.get();
		expect(kept?.cursor).not.toBe('');
		const clear = { operation: 'clear', ledgerId: ledger(ID) };
		expect((await held.checkpoint(clear, [{}], 'manual')).items[0]).toMatchObject({
			cleared: false,
		});
		expect(await held.get()).toEqual(kept);
	});

	it('is that of the last item when several items are of one ledger', async () => {
		const input = Array.from({ length: 40 }, (_, index) => ({
			feed: 'sales',
			ledgerId: ID,
			cursor: `c${index}`,
		}));
		const { items } = await held.checkpoint({ operation: 'save' }, input);
		expect(items.map(({ previousCursor }) => previousCursor)).toEqual([
			'',
			...input.slice(0, -1).map(({ cursor }) => cursor),
		]);
		expect(await held.get()).toMatchObject({ cursor: 'c39' });
	});

	it('is left as it is by an empty cursor, as a ledger without any sale gives it', async () => {
		Object.assign(held.rig.sandbox.switches, { caughtUpFeed: 'emptyCursor' });
		const winter = { ...feed, parameters: { ...feed.parameters, ledgerId: ledger('602745') } };
		const { status, nodes } = await held.run({ ...wirings.below, Feed: winter });
		expect([status, nodes.Save?.items]).toEqual([
			'success',
			[
				{
					feed: 'sales',
					ledgerId: '602745',
					cursor: '',
					savedAt: null,
					previousCursor: '',
					saved: false,
				},
			],
		]);
		expect(nodes.Save?.hints[0]?.message).toContain('its checkpoint was not changed');

		await held.checkpoint({ operation: 'save' }, [{ feed: 'sales', ledgerId: ID, cursor: 'kept' }]);
		const { items } = await held.checkpoint({ operation: 'save' }, [
			{ feed: 'sales', ledgerId: ID, cursor: '' },
		]);
		expect(items[0]).toMatchObject({ cursor: 'kept', previousCursor: 'kept', saved: false });
		expect(await held.get()).toMatchObject({ cursor: 'kept' });
	});

	it('is not saved from an entry, which has no cursor: the node says where to connect it', async () => {
		const Save: Step = { parameters: save, from: { Feed: [0] } };
		const { status, nodes } = await held.run({ Feed: feed, Save });
		expect(status).toBe('error');
		expect(nodes.Save?.error).toMatchObject({
			message: "'Cursor' must be the text that the Checkpoint output of Get From Feed gave",
			description: expect.stringMatching(/^It is empty\. Connect this node to the Checkpoint/),
		});
		expect(await held.get()).toMatchObject({ cursor: '' });
	});

	it.each(['__proto__', 'constructor', '0451893'])('can be that of a ledger %s', async (id) => {
		expect(await held.get(id)).toEqual({ feed: 'sales', ledgerId: id, cursor: '', savedAt: null });
		const ledgerId = ledger(id);
		await held.checkpoint({ operation: 'save', ledgerId, cursor: 'a cursor' });
		await held.checkpoint({ operation: 'save', ledgerId: ledger(ID), cursor: 'another' });
		expect(await held.get(id)).toMatchObject({ ledgerId: id, cursor: 'a cursor' });
		const { items } = await held.checkpoint({ operation: 'clear', ledgerId });
		expect(items).toEqual([
			{ feed: 'sales', ledgerId: id, previousCursor: 'a cursor', cleared: true },
		]);
		expect(await held.get(id)).toMatchObject({ cursor: '' });
		expect(await held.get()).toMatchObject({ cursor: 'another' });
	});

	it('of a feed that does not exist is refused, and changes nothing', async () => {
		const input = [{ ledgerId: ID, cursor: 'of another feed', feed: 'funds' }];
		for (const operation of ['save', 'get', 'clear']) {
			const { error } = await held.checkpoint({ operation, ledgerId: ledger(ID) }, input);
			expect(error).toMatchObject({
				message: "'feed' must be sales",
				description: expect.stringContaining('You entered "funds".'),
			});
		}
		expect(await held.get()).toMatchObject({ feed: 'sales', cursor: '' });
	});

	it('that cannot be read fails the run instead of starting the feed anew, until it is cleared', async () => {
		held.scheduled.memory.staticData = {
			global: { [`vippsCheckpoint sales ${ID}`]: { cursor: 7 } },
		};
		const { status, nodes } = await held.run(wirings.below);
		expect(status).toBe('error');
		expect(nodes.Feed?.error).toMatchObject({
			message: `The saved checkpoint of ledger ${ID} cannot be read`,
			description: expect.stringContaining('{"cursor":7}'),
		});
		expect(held.rig.calls()).toEqual([]);
		await held.checkpoint({ operation: 'clear', ledgerId: ledger(ID) });
		expect((await held.run(wirings.below)).status).toBe('success');
	});

	it('leaves alone what else the workflow keeps', async () => {
		held.scheduled.memory.staticData = { global: { counter: 3 } };
		await held.run(wirings.below);
		expect(held.scheduled.memory.staticData.global).toMatchObject({ counter: 3 });
	});

	it('refuses a start that does not exist, before any call', async () => {
		const { error } = await held.rig.run({ ...feed.parameters, startFrom: '={{ "yesterday" }}' });
		expect(error?.message).toBe("'Start From' must be cursor or savedCheckpoint");
		expect(held.rig.sandbox.requests).toEqual([]);
	});
});
