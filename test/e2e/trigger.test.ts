import { sleep } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/index';
import type { Crowd } from '../rigs/trigger/largeAccount';
import { followCrowd, prepareCrowd, type CrowdStory } from '../rigs/trigger/largeAccountRun';
import { fillHistory, runExample } from '../rigs/trigger/dedupe';
import { followFailing, prepareFailing, type FailingStory } from '../rigs/trigger/failing';
import { arrival, onEach, openStages, outcomeOf, right, type Stage } from '../rigs/trigger/setups';
import { exact, soldSince } from '../rigs/trigger/delivery';
import { pollsOf, settled } from '../rigs/trigger/waits';
import { renamed, TRIGGER_NAME } from '../rigs/trigger/workflows';

jest.setTimeout(45 * 60_000);

/** What runs beside the other tests: it takes minutes. */
interface Beside {
	crowd: Crowd;
	story: Promise<CrowdStory | { failure: unknown }>;
	failing: Sandbox;
	failingStory: Promise<FailingStory | { failure: unknown }>;
}

describe('the trigger in a real n8n', () => {
	let stages: Array<Stage & Beside> = [];

	beforeAll(async () => {
		stages = await openStages(async (rig) => {
			const crowd = await prepareCrowd(rig);
			const failing = await prepareFailing(rig);
			const asFailure = (failure: unknown) => ({ failure });
			const begin = () => ({
				crowd,
				story: followCrowd(rig, crowd).catch(asFailure),
				failing,
				failingStory: followFailing(rig).catch(asFailure),
			});
			return { begin };
		});
	});
	afterAll(async () => {
		await onEach(stages, async ({ rig, crowd, failing }) => {
			await rig.close();
			await crowd.close();
			await failing.close();
		});
	});

	it('brings each new sale once, poll by poll, also under another name of the workflow', async () => {
		await onEach(stages, async (stage) => {
			const { rig, flow } = stage;
			expect(flow.books.booked).toEqual([]);
			rig.nextDay();
			expect(await arrival(stage)).toEqual(right(stage));
			await rig.change(flow, { name: 'Another name' });
			rig.nextDay();
			expect(await arrival(stage)).toEqual(right(stage));
		});
	});

	it('brings what was sold while the workflow was switched off, when it is on again', async () => {
		await onEach(stages, async (stage) => {
			await stage.rig.deactivate(stage.flow);
			stage.rig.nextDay();
			await sleep(2000);
			await stage.rig.activate(stage.flow);
			expect(await arrival(stage)).toEqual(right(stage));
		});
	});

	it('begins anew under another name of the node where n8n keeps its place by that, and goes on under the old one', async () => {
		await onEach(stages, async (stage) => {
			const { rig, flow } = stage;
			const rename = async (from: string, to: string) => {
				const polls = pollsOf(rig.sandbox);
				const { nodes, connections } = renamed(flow.workflow, from, to);
				await rig.change(flow, { nodes, connections });
				await rig.activate(flow);
				await settled(rig.sandbox, polls);
				await rig.deactivate(flow);
			};
			await rig.deactivate(flow);
			const before = soldSince(rig.sandbox, stage.mark).length;
			rig.nextDay();
			const sold = soldSince(rig.sandbox, stage.mark).length - before;
			await rename(TRIGGER_NAME, 'Sales');
			const isKept = rig.way === 'with durable cursors';
			expect(outcomeOf(stage)).toEqual({ ...right(stage), lost: isKept ? 0 : sold });
			await rename('Sales', TRIGGER_NAME);
			expect(await arrival(stage)).toEqual(right(stage));
		});
	});

	describe('the example with Remove Duplicates', () => {
		it('drops what comes again under a trigger that was put in place of the first, until it has forgotten', async () => {
			await onEach(stages, async ({ rig }) => await runExample(rig));
		});

		it('stops with an error when the history of Remove Duplicates is full, and the run can be retried', async () => {
			await onEach(stages, async ({ rig }) => await fillHistory(rig));
		});
	});

	it('says by an execution which ledger it cannot read in three polls, and reads the other', async () => {
		await onEach(stages, async ({ failingStory }) => {
			const told = await failingStory;
			if ('failure' in told) throw told.failure;
			expect(told).toEqual({
				booked: ['302321'],
				messages: ["Can't read ledger not-mine"],
				told: ["Can't read ledger not-mine"],
			});
		});
	});

	it('of 200 ledgers starves none and loses nothing: one refused, one slow, one with 20 000 new sales', async () => {
		await onEach(stages, async ({ story }) => {
			const told = await story;
			if ('failure' in told) throw told.failure;
			expect(told).toMatchObject({ ...exact, warnings: 1 });
			expect(told.sold).toBeGreaterThan(20_500);
			expect(told.refusals).toBeGreaterThanOrEqual(2);
			expect(told.pollsForOthers).toBeLessThanOrEqual(3);
			expect(told.polls).toBeLessThanOrEqual(Math.ceil(told.sold / 5000) + 3);
		});
	});
});
