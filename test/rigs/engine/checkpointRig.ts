import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { NodeRun } from './engine';
import { ledger, setUp, type Rig } from './rig';
import { Scheduled, workflowOfSteps, type Step } from './scheduled';

/** The ledger that is read. */
export const ID = '310488';
/** When the clock stands. */
const DAYS = ['2026-03-20T18:00:00Z', '2026-03-21T18:00:00Z', '2026-03-22T18:00:00Z'];

/** Reads the feed from the saved checkpoint. */
export const feed: Step = {
	parameters: {
		resource: 'sale',
		operation: 'getFeed',
		output: 'entries',
		ledgerId: ledger(ID),
		startFrom: 'savedCheckpoint',
		returnAll: true,
	},
	from: { Start: [0] },
};
/** Saves the checkpoint that comes in. */
export const save = { resource: 'checkpoint', operation: 'save' };

/** Where Save stands. Above the work is wrong. */
export const wirings: Record<'below' | 'behind' | 'above', Record<string, Step>> = {
	below: {
		Feed: feed,
		Work: { is: 'work', y: -100, from: { Feed: [0] } },
		Save: { parameters: save, y: 100, from: { Feed: [1] } },
	},
	behind: {
		Feed: feed,
		Work: { is: 'work', from: { Feed: [0] } },
		Save: {
			parameters: {
				...save,
				ledgerId: ledger("={{ $('Feed').first(1).json.ledgerId }}"),
				cursor: "={{ $('Feed').first(1).json.cursor }}",
			},
			executeOnce: true,
			from: { Work: [0] },
		},
	},
	above: {
		Feed: feed,
		Work: { is: 'work', y: 100, from: { Feed: [0] } },
		Save: { parameters: save, y: -100, from: { Feed: [1] } },
	},
};

/** A workflow that is run again and again, day by day, and a sandbox for it. */
export class CheckpointRig {
	private constructor(
		readonly rig: Rig,
		readonly scheduled: Scheduled,
	) {}

	/** On the first of three days. */
	static async open(): Promise<CheckpointRig> {
		const rig = await setUp({ now: DAYS[0] });
		return new CheckpointRig(rig, new Scheduled(rig.sandbox));
	}

	/** Sets the clock to a day; gives all sales up to then, as they leave the node. */
	salesOn(day: number, ledgerId = ID): IDataObject[] {
		this.rig.sandbox.clock.set(DAYS[day] ?? '');
		return this.rig.sandbox.sales(ledgerId).map((entry) => ({ ledgerId, ...entry }));
	}

	/** Runs a workflow of these nodes, on these items. */
	async run(steps: Record<string, Step>, input?: object[], mode?: 'cli' | 'manual') {
		return await this.scheduled.run(workflowOfSteps(steps, input), mode);
	}

	/** Runs one operation on a checkpoint, as a further trigger of the workflow does. */
	async checkpoint(
		parameters: INodeParameters,
		input?: object[],
		mode?: 'manual',
	): Promise<Pick<NodeRun, 'items' | 'error' | 'hints'>> {
		const all = { resource: 'checkpoint', ...parameters };
		const { nodes } = await this.run(
			{ Node: { parameters: all, from: { Start: [0] } } },
			input,
			mode,
		);
		return nodes.Node ?? { items: [], hints: [] };
	}

	/** What is saved for a ledger. */
	async get(ledgerId = ID): Promise<IDataObject | undefined> {
		return (await this.checkpoint({ operation: 'get', ledgerId: ledger(ledgerId) })).items[0];
	}
}
