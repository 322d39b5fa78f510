import type { INode } from 'n8n-workflow';

import type { HostContext } from '../../../vipps/hostVersions';
import { openRun, type Run } from '../../../vipps/run';

const node: INode = {
	id: 'node',
	name: 'Vipps Sales',
	type: 'n8n-nodes-vipps-accounting.vippsSales',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A run for code that makes no call: it has the node that an error belongs to, and a signal to end it by. */
export const runWith = (signal?: AbortSignal): Run =>
	openRun({ getNode: () => node, getExecutionCancelSignal: () => signal } as HostContext);

export const run = runWith();
