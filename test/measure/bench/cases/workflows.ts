import type { WorkflowImport, WorkflowNode } from '../../../../host/drive/n8n.cts';
import { chained } from '../../../rigs/workflowJson.cts';
import { PAGE_SIZE, type Case, type Contender, type Work } from './case';

/** The credential of both contenders. */
export const credential = { id: 'bench-keys', name: 'Bench keys' };

const API = '/sales/report/v1/ledgers';

/** The first nodes: a webhook that gets `{ items }`, and these items for the measured node. */
const firstNodes: WorkflowNode[] = [
	{
		id: 'webhook',
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 0],
		parameters: { httpMethod: 'POST', responseMode: 'onReceived' },
	},
	{
		id: 'items',
		name: 'Items',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [200, 0],
		parameters: { fieldToSplitOut: 'body.items' },
	},
];

/** Vipps Sales with Return All on and the defaults of everything else. */
function salesNode({ work: { dates }, pageSize }: Case): WorkflowNode {
	const ledgerId = { __rl: true, mode: 'id', value: '={{ $json.ledgerId }}' };
	const range = { period: 'dateRange', fromDate: dates?.[0], toDate: dates?.at(-1) };
	const byDate = {
		operation: 'getByDate',
		output: 'entries',
		...(dates?.length === 1 ? { period: 'date', date: dates[0] } : range),
	};
	return {
		id: 'sales',
		name: 'Vipps Sales',
		type: 'n8n-nodes-vipps-accounting.vippsSales',
		typeVersion: 1,
		position: [400, 0],
		parameters: {
			resource: 'sale',
			...(dates ? byDate : { operation: 'getFeed', output: 'entries' }),
			ledgerId,
			returnAll: true,
			options: { pageSize },
		},
		credentials: { vippsAccountingApi: credential },
	};
}

/** The pagination of n8n's documentation: the cursor in each request until there is no more. */
const pagination = {
	pagination: {
		paginationMode: 'updateAParameterInEachRequest',
		parameters: {
			parameters: [{ type: 'qs', name: 'cursor', value: '={{ $response.body.cursor }}' }],
		},
		paginationCompleteWhen: 'other',
		completeExpression: '={{ !$response.body.hasMore }}',
	},
};

/** n8n's HTTP Request node, which asks for each item. */
function httpRequest(
	{ work: { dates }, pageSize = PAGE_SIZE, batch }: Case,
	contender: Contender,
	baseUrl: string,
): WorkflowNode {
	const path = dates ? '/{{ $json.ledgerId }}/dates/{{ $json.date }}' : '/{{ $json.ledgerId }}';
	const query = {
		sendQuery: true,
		queryParameters: { parameters: [{ name: 'pageSize', value: String(pageSize) }] },
	};
	const options = {
		...((contender === 'peer' || contender === 'peerAtDefaultPage') && { pagination }),
		...(contender === 'peerInBatches' && { batching: { batch } }),
	};
	return {
		id: 'http',
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [400, 0],
		parameters: {
			url: `=${baseUrl}${API}${path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'vippsAccountingApi',
			...(contender !== 'peerAtDefaultPage' && query),
			options,
		},
		credentials: { vippsAccountingApi: credential },
	};
}

const splitOut: WorkflowNode = {
	id: 'split',
	name: 'Split Out',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	position: [600, 0],
	parameters: { fieldToSplitOut: 'items' },
};

/** The node in the folder `bareNode`, which n8n loads because of `n8nHost.cts`. */
const bareNode = ({ pageSize = PAGE_SIZE }: Case): WorkflowNode => ({
	id: 'bare',
	name: 'Bare node',
	type: 'CUSTOM.bare',
	typeVersion: 1,
	position: [400, 0],
	parameters: { pageSize },
	credentials: { vippsAccountingApi: credential },
});

function measuredNodes(given: Case, contender: Contender, baseUrl: string): WorkflowNode[] {
	if (contender === 'bareNode') return [bareNode(given)];
	if (contender === 'node') return [salesNode(given)];
	return [httpRequest(given, contender, baseUrl), splitOut];
}

/** The workflow of a contender in a case. */
export function workflowOf(given: Case, contender: Contender, baseUrl: string): WorkflowImport {
	const id = `${given.name}-${contender}`;
	const nodes = structuredClone([...firstNodes, ...measuredNodes(given, contender, baseUrl)]);
	Object.assign(nodes[0] ?? {}, { webhookId: id });
	Object.assign(nodes[0]?.parameters ?? {}, { path: id });
	return {
		id,
		name: id,
		nodes,
		connections: chained(...nodes.map(({ name }) => name)),
		// The results are read when an execution ends; n8n does not have to store them.
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
		},
	};
}

/** The input items of a contender: Vipps Sales takes a range of dates as one item, its peer needs an item for each date. */
export function inputOf({ ledgerIds, dates = [''] }: Work, contender: Contender): object[] {
	if (contender === 'node') return ledgerIds.map((ledgerId) => ({ ledgerId }));
	return ledgerIds.flatMap((ledgerId) => dates.map((date) => ({ ledgerId, date })));
}
