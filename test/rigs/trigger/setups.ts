import { postNode } from '../n8n/books';
import { TriggerRig, WAYS, type Flow } from './rig';
import { exact, markOf, soldSince, tallyOf, type Mark, type Tally } from './delivery';
import { chainOf, triggerNode } from './workflows';
import { until } from '../n8n/until';

/** A host in one of the ways it can be run, and a workflow that brings what is sold from now on. */
export interface Stage {
	rig: TriggerRig;
	flow: Flow;
	/** When the workflow was switched on. */
	mark: Mark;
}

/** What to expect of a stage. */
export type Outcome = Tally & { way: string };

/** Newer hosts take up a poll that was cut off when its lease is over. */
const PATIENCE_MS = 240_000;

/** One stage for each way, side by side. */
export async function openStages<More>(
	prepare: (rig: TriggerRig) => Promise<{ begin: () => More }>,
): Promise<Array<Stage & More>> {
	return await Promise.all(
		WAYS.map(async (way) => {
			const rig = await TriggerRig.setUp(way);
			const { begin } = await prepare(rig);
			await rig.start();
			const more = begin();
			const flow = await rig.create((url) =>
				chainOf('Book new sales', [triggerNode({}), postNode(url)]),
			);
			await rig.begin(flow, rig.sandbox, rig.sandbox.ledgers().length);
			return { rig, flow, mark: markOf(rig.sandbox), ...more };
		}),
	);
}

/** All that was sold since the workflow was switched on, against what was booked. */
export const outcomeOf = ({ rig, flow, mark }: Stage): Outcome => ({
	way: rig.way,
	...tallyOf(flow.books.booked, soldSince(rig.sandbox, mark)),
});

/** All once. */
export const right = ({ rig: { way } }: Stage): Outcome => ({ way, ...exact });

/** The outcome as soon as all that was sold has come, or when it does not in the time of some polls. */
export async function arrival(stage: Stage): Promise<Outcome> {
	const isThere = () => outcomeOf(stage).lost === 0;
	await until(isThere, 'all sales', PATIENCE_MS).catch(() => undefined);
	return outcomeOf(stage);
}

/** The same on every stage, side by side. */
export const onEach = async <One>(stages: One[], work: (stage: One) => Promise<void>) =>
	void (await Promise.all(stages.map(work)));
