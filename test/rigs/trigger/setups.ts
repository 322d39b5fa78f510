import { killPrograms } from '../../../host/process/program.cts';
import { postNode } from '../n8n/accountingSystem';
import { TriggerRig, MODES, type Flow } from './rig';
import {
	exact,
	saleCountsOf,
	soldSince,
	compareDelivery,
	type SaleCounts,
	type Delivery,
} from './delivery';
import { chainOf, triggerNode } from './workflows';
import { until } from '../n8n/until';

/** A host in one of its modes, and a workflow that brings what is sold from now on. */
export interface TriggerSetup {
	rig: TriggerRig;
	flow: Flow;
	/** When the workflow was switched on. */
	before: SaleCounts;
}

/** What to expect of a setup. */
export type Outcome = Delivery & { mode: string };

/** Newer hosts take up a poll that was cut off when its lease is over. */
const PATIENCE_MS = 240_000;

/** One setup for each mode, side by side. */
export async function setUpTriggers<More>(
	prepare: (rig: TriggerRig) => Promise<{ begin: () => More }>,
): Promise<Array<TriggerSetup & More>> {
	return await Promise.all(
		MODES.map(async (mode) => {
			const rig = await TriggerRig.setUp(mode);
			const { begin } = await prepare(rig);
			await rig.start();
			const more = begin();
			const flow = await rig.create((url) =>
				chainOf('Book new sales', [triggerNode({}), postNode(url)]),
			);
			await rig.begin(flow, rig.sandbox, rig.sandbox.ledgers().length);
			return { rig, flow, before: saleCountsOf(rig.sandbox), ...more };
		}),
	);
}

/** All that was sold since the workflow was switched on, against what was booked. */
export const outcomeOf = ({ rig, flow, before }: TriggerSetup): Outcome => ({
	mode: rig.mode,
	...compareDelivery(flow.accounting.booked, soldSince(rig.sandbox, before)),
});

/** All once. */
export const allOnce = ({ rig: { mode } }: TriggerSetup): Outcome => ({ mode, ...exact });

/** The outcome as soon as all that was sold has come, or when it does not in the time of some polls. */
export async function whenDelivered(setup: TriggerSetup): Promise<Outcome> {
	const isThere = () => outcomeOf(setup).lost === 0;
	await until(isThere, 'all sales', PATIENCE_MS).catch(() => undefined);
	return outcomeOf(setup);
}

/** The same on every setup, side by side. */
export const onEach = async <One>(setups: One[], work: (setup: One) => Promise<void>) =>
	void (await Promise.all(setups.map(work)));

/** Kills every n8n, as a power cut does it. */
export async function kill(rigs: TriggerRig[]): Promise<void> {
	killPrograms();
	await onEach(rigs, async (rig) => await rig.gone());
}
