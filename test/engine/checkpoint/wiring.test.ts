import { sleep, type IDataObject } from 'n8n-workflow';

import { feed, ID, CheckpointRig, wirings } from '../../rigs/engine/checkpointRig';
import { ledger } from '../../rigs/engine/rig';
import { workflowOfSteps, type Step } from '../../rigs/engine/scheduled';

describe('the saved checkpoint of a feed, by where Save stands', () => {
	let held: CheckpointRig;
	beforeEach(async () => void (held = await CheckpointRig.open()));
	afterEach(async () => await held.rig.close());

	/** Three days, of which the second one's run fails. */
	const runThreeDays = async (steps: Record<string, Step>) => {
		const booked: IDataObject[][] = [];
		const checkpoints: IDataObject[] = [];
		for (const day of [0, 1, 2]) {
			held.salesOn(day);
			held.scheduled.bookingStep.isFailing = day === 1;
			const { status } = await held.run(steps);
			expect(status).toBe(day === 1 ? 'error' : 'success');
			booked.push(held.scheduled.bookingStep.take());
			checkpoints.push((await held.get()) ?? {});
		}
		return { booked, checkpoints };
	};

	describe.each(['below', 'behind'] as const)('with Save %s the work', (wiring) => {
		it('stays where it was when the work fails, and the next run brings those sales again', async () => {
			const { booked, checkpoints } = await runThreeDays(wirings[wiring]);
			const [first, second, third] = [held.salesOn(0), held.salesOn(1), held.salesOn(2)];
			expect([first.length, second.length - first.length].map((count) => count > 0)).toEqual([
				true,
				true,
			]);
			expect(booked).toEqual([first, [], third.slice(first.length)]);
			expect(checkpoints[1]).toEqual(checkpoints[0]);
			expect(checkpoints[2]?.cursor).not.toBe(checkpoints[0]?.cursor);
		});

		it('brings nothing twice while all goes well', async () => {
			for (const day of [0, 1, 2]) {
				held.salesOn(day);
				await held.run(wirings[wiring]);
			}
			await held.run(wirings[wiring]);
			expect(held.scheduled.bookingStep.take()).toEqual(held.salesOn(2));
		});
	});

	it('moves although the booking fails if Save lies above it: those sales are lost', async () => {
		const { booked } = await runThreeDays(wirings.above);
		const [second, third] = [held.salesOn(1), held.salesOn(2)];
		expect(booked.at(-1)).toEqual(third.slice(second.length));
	});

	it('runs before a Merge that has an empty input, even if Save lies lower', async () => {
		const merging: Record<string, Step> = {
			Feed: feed,
			None: { is: 'none', y: -100, from: { Feed: [0] } },
			Merge: { is: 'merge', y: -200, from: { Feed: [0, 0], None: [0, 1] } },
			Work: { is: 'work', y: -200, from: { Merge: [0] } },
		};
		held.scheduled.bookingStep.isFailing = true;
		await held.run({ ...merging, Save: wirings.below.Save as Step });
		expect(await held.get()).toMatchObject({ cursor: expect.stringMatching(/./) });

		await held.checkpoint({ operation: 'clear', ledgerId: ledger(ID) });
		await held.run({ ...merging, Save: wirings.behind.Save as Step });
		expect(await held.get()).toEqual({ feed: 'sales', ledgerId: ID, cursor: '', savedAt: null });
	});

	it('is one for each ledger, and none of them moves when the work fails', async () => {
		const ids = held.rig.sandbox.ledgers().map(({ ledgerId }) => ledgerId);
		const input = ids.map((ledgerId) => ({ ledgerId }));
		const ledgerId = ledger('={{ $json.ledgerId }}');
		const steps = {
			...wirings.below,
			Feed: { ...feed, parameters: { ...feed.parameters, ledgerId } },
		};
		const all = (day: number) => ids.map((id) => held.salesOn(day, id));
		const before = all(0);
		await held.run(steps, input);
		expect(held.scheduled.bookingStep.take()).toEqual(before.flat());

		const after = all(1);
		held.scheduled.bookingStep.isFailing = true;
		await held.run(steps, input);
		held.scheduled.bookingStep.isFailing = false;
		await held.run(steps, input);
		expect(held.scheduled.bookingStep.take()).toEqual(
			after.flatMap((sales, index) => sales.slice(before[index]?.length)),
		);
	});

	it('is put back, never forward, by a run that began earlier and ends later', async () => {
		const shorter = { ...feed.parameters, returnAll: false, limit: 5 };
		const { bookingStep } = held.scheduled;
		let release = () => {};
		bookingStep.hold = new Promise((resolve) => (release = resolve));
		const late = held.run({ ...wirings.below, Feed: { ...feed, parameters: shorter } });
		while (bookingStep.begun === 0) await sleep(1);
		bookingStep.hold = Promise.resolve();
		await held.run(wirings.below);
		release();
		await late;
		bookingStep.take();
		await held.run(wirings.below);
		expect(bookingStep.take()).toEqual(held.salesOn(0).slice(5));
	});

	it('moves too early in the legacy execution order, which Save warns of', async () => {
		const ledgerId = ledger('={{ $json.ledgerId }}');
		const look = { resource: 'checkpoint', operation: 'get', ledgerId };
		const steps: Record<string, Step> = {
			...wirings.below,
			Look: { parameters: look, y: -100, from: { Feed: [0] } },
			Work: { is: 'work', y: -100, from: { Look: [0] } },
		};
		held.scheduled.bookingStep.isFailing = true;
		await held.run(steps);
		expect(await held.get()).toMatchObject({ cursor: '' });

		const settings = { executionOrder: 'v0' as const };
		const { nodes } = await held.scheduled.run({ ...workflowOfSteps(steps), settings });
		expect(nodes.Save?.hints).toEqual([
			{ type: 'warning', message: expect.stringContaining('Set Execution Order to v1') },
		]);
		expect(await held.get()).toMatchObject({ cursor: expect.stringMatching(/./) });
	});

	it.each([
		{ name: 'every hour', interval: [{ field: 'hours', hoursInterval: 1 }], isPutBack: false },
		{
			name: 'every ten minutes',
			interval: [{ field: 'minutes', minutesInterval: 10 }],
			isPutBack: false,
		},
		{ name: 'every day, where that is left out', interval: [{ field: 'days' }], isPutBack: false },
		{
			name: 'by a cron expression',
			interval: [{ field: 'cronExpression', expression: '23 */2 * * *' }],
			isPutBack: false,
		},
		{ name: 'every two hours', interval: [{ field: 'hours', hoursInterval: 2 }], isPutBack: true },
		{
			name: 'every day and every other week',
			interval: [{}, { field: 'weeks', weeksInterval: 2 }],
			isPutBack: true,
		},
	])(
		'may be put back by a Schedule Trigger that counts, of which Save warns: $name',
		async ({ interval, isPutBack }) => {
			const workflow = workflowOfSteps(wirings.below);
			const [start] = workflow.nodes;
			Object.assign(start ?? {}, {
				type: 'n8n-nodes-base.scheduleTrigger',
				parameters: { rule: { interval } },
			});
			const { nodes } = await held.scheduled.run(workflow);
			const hint = { type: 'warning', message: expect.stringContaining('Schedule Trigger counts') };
			expect(nodes.Save?.hints).toEqual(isPutBack ? [hint] : []);
		},
	);
});
