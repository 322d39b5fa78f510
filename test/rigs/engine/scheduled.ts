import type {
	IConnections,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeParameters,
	INodeProperties,
	INodeType,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox/index';
import { Engine, type NodeRun, type WorkflowJson } from './engine';
import { manualTrigger, to } from '../workflowJson.cts';
import { typeOf } from './nodeTypes';

/** A type of node that passes on the output of `work`. */
const standIn = (
	name: string,
	inputs: Array<'main'>,
	work: (items: IDataObject[]) => Promise<IDataObject[]>,
	properties: INodeProperties[] = [],
): INodeType => ({
	description: {
		...{ displayName: name, name, group: ['transform'], version: 1, description: '' },
		...{ defaults: {}, inputs, outputs: ['main'], properties, requiredInputs: 1 },
	},
	async execute(this: IExecuteFunctions) {
		const items = await work(this.getInputData().map(({ json }) => json));
		return [items.map((json, item) => ({ json, pairedItem: { item } }))];
	},
});

/** Stands in for a user's booking step: it keeps what it was given, or fails, as the test says. */
export class BookingStep {
	booked: IDataObject[] = [];
	isFailing = false;
	/** It waits for this before it keeps anything. */
	hold: Promise<void> = Promise.resolve();
	/** How often it was begun. */
	begun = 0;

	/** Node types by name: a Schedule Trigger; `work` is the booking step, `none` lets nothing through, `merge` waits for two inputs. */
	readonly types = {
		'n8n-nodes-base.scheduleTrigger': standIn('schedule', [], async (items) => items, [
			{ displayName: 'Rule', name: 'rule', type: 'json', default: {} },
		]),
		'test.work': standIn('work', ['main'], async (items) => {
			const { isFailing } = this;
			this.begun++;
			await this.hold;
			if (isFailing) throw new Error('The booking step fails');
			this.booked.push(...items);
			return items.map(() => ({ done: true }));
		}),
		'test.none': standIn('none', ['main'], async () => []),
		'test.merge': standIn('merge', ['main', 'main'], async (items) => items),
	};

	/** What was booked since the last call. */
	take = () => this.booked.splice(0);
}

/** One node of a workflow: where it stands on the canvas (lower is larger), and what leads to it. */
export interface Step extends Partial<INode> {
	/** `work`, `none` or `merge`; left out, Vipps Sales. */
	is?: 'work' | 'none' | 'merge';
	parameters?: INodeParameters;
	y?: number;
	/** By the name of a node: from which of its outputs, and to which input. */
	from: Record<string, [output: number, input?: number]>;
}

/** A workflow that begins at `Start`, with these nodes by name. */
export function workflowOfSteps(steps: Record<string, Step>, input: object[] = [{}]): WorkflowJson {
	const nodes: INode[] = [manualTrigger];
	const connections: IConnections = {};
	for (const [name, { is, y = 0, from, parameters = {}, ...more }] of Object.entries(steps)) {
		const type = is ? `test.${is}` : typeOf('vippsSales');
		const credentials = { vippsAccountingApi: { id: 'credential', name: 'Vipps' } };
		const position: INode['position'] = [nodes.length * 200, y];
		nodes.push({
			id: name,
			name,
			type,
			typeVersion: 1,
			position,
			parameters,
			credentials,
			...more,
		});
		for (const [source, [output, index = 0]] of Object.entries(from)) {
			const outputs = ((connections[source] ??= {}).main ??= []);
			while (outputs.length <= output) outputs.push([]);
			outputs[output]?.push(...to(name).map((target) => ({ ...target, index })));
		}
	}
	return { nodes, connections, pinData: { Start: input.map((json) => ({ json })) as never } };
}

/** What one node left. */
export interface StepRun extends Pick<NodeRun, 'items' | 'error' | 'hints'> {
	/** The json of the items of each output. */
	outputs: IDataObject[][];
}

/** What the runs of one workflow keep, and what its work has booked. */
export class Scheduled {
	readonly memory: { staticData: IDataObject } = { staticData: {} };
	readonly bookingStep = new BookingStep();
	private readonly engine: Engine;

	constructor({ clientId, clientSecret, url: baseUrl }: Sandbox) {
		this.engine = new Engine({ clientId, clientSecret, baseUrl }, this.bookingStep.types);
	}

	/** Runs a workflow to its end, whether or not it succeeds; gives what each node left, by its name. */
	async run(
		workflow: WorkflowJson,
		mode: WorkflowExecuteMode = 'trigger',
	): Promise<{
		status: string;
		nodes: Record<string, StepRun>;
	}> {
		const { memory } = this;
		const { status, data } = await this.engine.start(workflow, { mode, memory });
		const nodes = Object.entries(data.resultData.runData).map(([name, [task]]) => {
			const outputs = (task?.data?.main ?? []).map((items) =>
				(items ?? []).map(({ json }) => json),
			);
			const items = outputs[0] ?? [];
			return [name, { outputs, items, error: task?.error, hints: task?.hints ?? [] }];
		});
		return { status, nodes: Object.fromEntries(nodes) };
	}
}
