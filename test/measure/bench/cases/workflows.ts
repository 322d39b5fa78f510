import type { WorkflowImport, WorkflowNode } from '../../../../host/drive/n8n.cts';
import { chained } from '../../../rigs/workflowJson.cts';
import { nodeOf, PAGE_SIZE, type Case, type Contender, type Work } from './case';

/** The credential of both contenders. */
export const credential = { id: 'bench-keys', name: 'Bench keys' };

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

/** Vipps Sales or Vipps Settlement with Return All on and the defaults of everything else. */
const packageNode = (given: Case): WorkflowNode => ({
	id: 'node',
	name: nodeOf(given),
	type: `n8n-nodes-vipps-accounting.${given.work.list ? 'vippsSettlement' : 'vippsSales'}`,
	typeVersion: 1,
	position: [400, 0],
	parameters: {
		...operationOf(given.work),
		ledgerId: { __rl: true, mode: 'id', value: '={{ $json.ledgerId }}' },
		returnAll: true,
		...(given.pageSize !== undefined && { options: { pageSize: given.pageSize } }),
	},
	credentials: { vippsAccountingApi: credential },
});

function operationOf({ list, dates }: Work): WorkflowNode['parameters'] {
	const range = { period: 'dateRange', fromDate: dates?.[0], toDate: dates?.at(-1) };
	const period = dates?.length === 1 ? { period: 'date', date: dates[0] } : range;
	return {
		resource: list ? 'transaction' : 'sale',
		operation: dates ? 'getByDate' : 'getFeed',
		output: 'entries',
		...(dates && period),
	};
}

/** The path that is asked for each item, as an expression. */
function pathOf({ list, dates }: Work): string {
	const ledger = '/ledgers/{{ $json.ledgerId }}';
	const date = '/dates/{{ $json.date }}';
	if (list) return `/report/v2${ledger}/${list}${dates ? date : '/feed'}`;
	return `/sales/report/v1${ledger}${dates ? date : ''}`;
}

/** The pagination of n8n's documentation: the cursor in each request until there is no more. */
const paginationOf = ({ list, dates }: Work) => ({
	pagination: {
		paginationMode: 'updateAParameterInEachRequest',
		parameters: {
			parameters: [{ type: 'qs', name: 'cursor', value: '={{ $response.body.cursor }}' }],
		},
		paginationCompleteWhen: 'other',
		// The feed of funds says only that all has been read.
		completeExpression:
			list && !dates ? '={{ $response.body.tryLater }}' : '={{ !$response.body.hasMore }}',
	},
});

/** n8n's HTTP Request node, which asks for each item. */
function httpRequest(
	{ work, pageSize = PAGE_SIZE, batch }: Case,
	contender: Contender,
	baseUrl: string,
): WorkflowNode {
	const query = {
		sendQuery: true,
		queryParameters: { parameters: [{ name: 'pageSize', value: String(pageSize) }] },
	};
	const options = {
		...((contender === 'peer' || contender === 'peerAtDefaultPage') && {
			pagination: paginationOf(work),
		}),
		...(contender === 'peerInBatches' && { batching: { batch } }),
	};
	return {
		id: 'http',
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [400, 0],
		parameters: {
			url: `=${baseUrl}${pathOf(work)}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'vippsAccountingApi',
			...(contender !== 'peerAtDefaultPage' && !work.list && query),
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
const bareNode = ({ work, pageSize = PAGE_SIZE }: Case): WorkflowNode => ({
	id: 'bare',
	name: 'Bare node',
	type: 'CUSTOM.bare',
	typeVersion: 1,
	position: [400, 0],
	parameters: { path: `=${pathOf(work)}`, pageSize },
	credentials: { vippsAccountingApi: credential },
});

function measuredNodes(given: Case, contender: Contender, baseUrl: string): WorkflowNode[] {
	if (contender === 'bareNode') return [bareNode(given)];
	if (contender === 'node') return [packageNode(given)];
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

/** The input items of a contender: this package takes a range of dates as one item, its peer needs an item for each date. */
export function inputOf({ ledgerIds, dates = [''] }: Work, contender: Contender): object[] {
	if (contender === 'node') return ledgerIds.map((ledgerId) => ({ ledgerId }));
	return ledgerIds.flatMap((ledgerId) => dates.map((date) => ({ ledgerId, date })));
}
