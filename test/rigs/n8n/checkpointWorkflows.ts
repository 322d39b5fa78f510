import type { WorkflowImport, WorkflowNode } from '../../../host/drive/n8n.cts';
import { postNode } from './accountingSystem';
import { ledger } from './operations';
import { credentials } from './setup/credentials.cts';
import { NODE_TYPE } from './setup/package.cts';
import { manualTrigger, to } from '../workflowJson.cts';
import { webhook } from './workflows.cts';

const ours = (name: string, y: number, parameters: object, more: object = {}): WorkflowNode => ({
	id: name,
	name,
	type: NODE_TYPE,
	typeVersion: 1,
	position: [name === 'Feed' ? 200 : 600, y],
	parameters: { ...parameters },
	credentials: { vippsAccountingApi: credentials.right },
	...more,
});

const save = { resource: 'checkpoint', operation: 'save' };

/** Starts a workflow every other second. */
export const everyOtherSecond: WorkflowNode = {
	id: 'schedule',
	name: 'Schedule',
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	position: [0, 400],
	parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } },
};

/** Which sales to post where, and by what a workflow is started besides: a webhook of its id where it is left out. */
interface Posting {
	ledgerId: string;
	url: string;
	trigger?: WorkflowNode;
}

/**
 * A workflow that posts what is new on a ledger, then saves the checkpoint: below the posting, or chained behind it. It can
 * also be started by hand, and from the command line.
 */
export function postingWorkflow(
	id: string,
	wiring: 'below' | 'behind',
	{ ledgerId, url, trigger = { ...webhook(id), position: [0, 200] } }: Posting,
): WorkflowImport {
	const getFeed = { resource: 'sale', operation: 'getFeed', output: 'entries', returnAll: true };
	const feed = { ...getFeed, ledgerId: ledger(ledgerId), startFrom: 'savedCheckpoint' };
	const chained = {
		...save,
		ledgerId: ledger("={{ $('Feed').first(1).json.ledgerId }}"),
		cursor: "={{ $('Feed').first(1).json.cursor }}",
	};
	const isBelow = wiring === 'below';
	return {
		id,
		name: id,
		nodes: [
			manualTrigger,
			trigger,
			ours('Feed', 0, feed),
			postNode(url, { items: "$('Feed').all()", position: [400, -100] }),
			isBelow ? ours('Save', 100, save) : ours('Save', -100, chained, { executeOnce: true }),
		],
		connections: {
			Start: { main: [to('Feed')] },
			[trigger.name]: { main: [to('Feed')] },
			Feed: { main: [to('Post'), ...(isBelow ? [to('Save')] : [])] },
			...(isBelow ? {} : { Post: { main: [to('Save')] } }),
		},
		settings: { executionOrder: 'v1', timezone: 'Europe/Oslo' },
	};
}
