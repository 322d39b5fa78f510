import { killPrograms } from '../../host/process/program.cts';
import { postNode } from '../rigs/n8n/accountingSystem';
import type { Flow, TriggerRig } from '../rigs/trigger/rig';
import {
	whenDelivered,
	kill,
	onEach,
	setUpTriggers,
	allOnce,
	type TriggerSetup,
} from '../rigs/trigger/setups';
import { soldSince, compareDelivery } from '../rigs/trigger/delivery';
import { pollsOf, settled } from '../rigs/trigger/waits';
import { chainOf, dedupeNode, triggerNode, type NewWorkflow } from '../rigs/trigger/workflows';
import { until } from '../rigs/n8n/until';

jest.setTimeout(45 * 60_000);

describe('the trigger in a real n8n that is started again', () => {
	let setups: TriggerSetup[] = [];

	beforeAll(async () => {
		setups = await setUpTriggers(async () => ({ begin: () => ({}) }));
	});
	afterAll(async () => await onEach(setups, async ({ rig }) => await rig.close()));

	const killAll = async () => await kill(setups.map(({ rig }) => rig));

	it('brings each sale once when n8n is stopped between two polls', async () => {
		await onEach(setups, async (setup) => {
			await setup.rig.stop();
			setup.rig.nextDay();
			await setup.rig.start();
			expect(await whenDelivered(setup)).toEqual(allOnce(setup));
		});
	});

	it('brings each sale once when n8n is killed between two polls', async () => {
		await killAll();
		await onEach(setups, async (setup) => {
			setup.rig.nextDay();
			await setup.rig.start();
			expect(await whenDelivered(setup)).toEqual(allOnce(setup));
		});
	});

	it('brings each sale once when n8n is killed in the middle of a poll', async () => {
		await onEach(setups, async ({ rig }) => await rig.stop());
		// One after the other: a kill is for all that run.
		for (const setup of setups) {
			const { rig } = setup;
			const { sandbox } = rig;
			const path = `/ledgers/${sandbox.ledgers().at(-1)?.ledgerId}`;
			rig.nextDay();
			sandbox.requests.length = 0;
			sandbox.faults.add({ kind: 'slow', path, everyMs: 30_000 });
			// Older hosts poll before they are up.
			const starting = rig.start().catch(() => undefined);
			await until(() => (sandbox.faults.list()[0]?.met ?? 0) > 0, 'the middle of a poll');
			expect(pollsOf(sandbox)).toBe(1);
			expect(sandbox.requests.filter((call) => call.path.endsWith(path))).toEqual([]);
			killPrograms();
			await starting;
			await rig.gone();
			sandbox.faults.clear();
		}
		await onEach(setups, async (setup) => {
			await setup.rig.start();
			expect(await whenDelivered(setup)).toEqual(allOnce(setup));
		});
	});

	it('leaves sales whose work a kill has cut off to the list of executions, to be retried there', async () => {
		const cuts = await Promise.all(
			setups.map(async ({ rig }) => {
				const sold = soldSince(rig.sandbox);
				const flows = await Promise.all(chains.map(async (chain) => await cutOff(rig, chain)));
				return { rig, sold, flows };
			}),
		);
		await killAll();
		await onEach(cuts, async ({ rig, sold, flows }) => {
			const polls = pollsOf(rig.sandbox);
			await rig.start();
			await settled(rig.sandbox, polls);
			const booked: Record<string, number> = {};
			for (const flow of flows) {
				flow.accounting.behaviour = 'accepts';
				// The trigger has handed them over: it does not bring them again.
				expect(flow.accounting.booked).toEqual([]);
				const runs = await rig.executions(flow);
				expect(runs.map(({ status }) => status)).toEqual(['crashed']);
				await rig.rest.post(`/executions/${runs[0]?.id}/retry`, { loadWorkflow: false });
				booked[flow.workflow.name] =
					sold.length - compareDelivery(flow.accounting.booked, sold).lost;
			}
			const all = sold.length;
			expect(booked).toEqual({ plain: all, deduped: 0, 'deduped, progress saved': all });
		});
	});
});

/** Remove Duplicates knows the sales of a run that it was part of; where n8n saves the progress, a retry goes on behind it. */
const chains: Array<(url: string) => NewWorkflow> = [
	(url) => chainOf('plain', [fromBeginning, postNode(url)]),
	(url) => chainOf('deduped', [fromBeginning, dedupeNode({}), postNode(url)]),
	(url) => {
		const chain = [fromBeginning, dedupeNode({}), postNode(url)];
		const workflow = chainOf('deduped, progress saved', chain);
		return { ...workflow, settings: { ...workflow.settings, saveExecutionProgress: true } };
	},
];
const fromBeginning = triggerNode({ startFrom: 'beginning' });

/** A workflow in the middle of the work on all sales so far. */
async function cutOff(rig: TriggerRig, chain: (url: string) => NewWorkflow): Promise<Flow> {
	const flow = await rig.create(chain);
	flow.accounting.behaviour = 'hangs';
	await rig.activate(flow);
	await until(() => flow.accounting.posts > 0, 'the work');
	return flow;
}
