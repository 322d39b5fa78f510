import { postNode } from '../n8n/accountingSystem';
import type { Flow, TriggerRig } from './rig';
import { exact, soldSince, compareDelivery } from './delivery';
import { until } from '../n8n/until';
import {
	chainOf,
	dedupeNode,
	extended,
	renamed,
	triggerNode,
	withNode,
	type NewWorkflow,
} from './workflows';
import { exampleWorkflows } from '../n8n/workflows.cts';

const FILE = 'new-sales-trigger.json';
const TRIGGER = 'New sales';
const FORGET = 'Every month';

/**
 * Runs the example from the first sale on, followed by an accounting system. Then puts another trigger in place of its own, which brings all
 * sales again, then has it forget them, and puts in one more.
 */
export async function runExample(rig: TriggerRig): Promise<void> {
	const example = (await exampleWorkflows()).get(FILE) as unknown as NewWorkflow;
	const flow = await rig.create((url) => {
		// The placeholder stops each execution until it is replaced.
		const placeholder = { type: 'n8n-nodes-base.noOp', parameters: {} };
		const replacedStep = withNode(example, 'Book the sales', () => placeholder);
		const posting = extended(replacedStep, 'Book the sales', postNode(url));
		return withNode(posting, TRIGGER, ({ parameters }) => ({
			parameters: { ...parameters, startFrom: 'beginning', output: 'entries' },
		}));
	});
	const sold = soldSince(rig.sandbox);
	await successOf(rig, flow, async () => await rig.activate(flow));
	expect(compareDelivery(flow.accounting.booked, sold)).toEqual(exact);

	await successOf(rig, flow, async () => await replaceTrigger(rig, flow, 'Second'));
	expect(compareDelivery(flow.accounting.booked, sold)).toEqual(exact);

	await successOf(rig, flow, async () => {
		const workflowData = await rig.rest.get(`/workflows/${flow.id}`);
		const payload = { workflowData, triggerToStartFrom: { name: FORGET } };
		await rig.rest.post(`/workflows/${flow.id}/run`, payload);
	});
	await successOf(rig, flow, async () => await replaceTrigger(rig, flow, 'Third'));
	expect(compareDelivery(flow.accounting.booked, sold)).toEqual({
		...exact,
		duplicates: sold.length,
	});
	await rig.deactivate(flow);
}

/** Remove Duplicates with too small a history, and the retry of the run that it stopped. */
export async function fillHistory(rig: TriggerRig): Promise<void> {
	const flow = await rig.create((url) => {
		const trigger = triggerNode({ startFrom: 'beginning' });
		return chainOf('Full', [trigger, dedupeNode({ historySize: 50 }), postNode(url)]);
	});
	const sold = soldSince(rig.sandbox);
	await rig.activate(flow);
	const failed = async () => (await rig.executions(flow)).find(({ status }) => status === 'error');
	await until(async () => (await failed()) !== undefined, 'a failed run');
	await rig.deactivate(flow);
	const id = (await failed())?.id;
	const run = JSON.stringify(await rig.rest.get(`/executions/${id}`));
	expect(run).toContain('exceeds the maximum history size');
	expect(flow.accounting.booked).toEqual([]);

	const { nodes, connections } = withNode(flow.workflow, 'Remove Duplicates', (node) => ({
		parameters: { ...node.parameters, options: {} },
	}));
	await rig.change(flow, { nodes, connections });
	await rig.rest.post(`/executions/${id}/retry`, { loadWorkflow: true });
	expect(compareDelivery(flow.accounting.booked, sold)).toEqual(exact);
}

/** As if the user had deleted the trigger and added another. */
async function replaceTrigger(rig: TriggerRig, flow: Flow, name: string): Promise<void> {
	await rig.deactivate(flow);
	const [{ name: old } = { name: '' }] = flow.workflow.nodes.filter(isTrigger);
	const replaced = withNode(renamed(flow.workflow, old, name), name, () => ({ id: `${name}-id` }));
	await rig.change(flow, { nodes: replaced.nodes, connections: replaced.connections });
	await rig.activate(flow);
}

const isTrigger = ({ type }: { type: string }) => type.endsWith('.vippsSalesTrigger');

/** Does something that starts a run, and waits until that has ended well. */
async function successOf(rig: TriggerRig, flow: Flow, work: () => Promise<void>): Promise<void> {
	const count = async () =>
		(await rig.executions(flow)).filter(({ status }) => status === 'success').length;
	const before = await count();
	await work();
	await until(async () => (await count()) > before, 'a run that ends well');
}
