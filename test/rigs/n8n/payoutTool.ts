import type { WorkflowImport, WorkflowNode } from '../../../host/drive/n8n.cts';
import { ledger } from './operations';
import { credentials } from './setup/credentials.cts';
import { SETTLEMENT_TYPE } from './setup/package.cts';

const fromModel = (key: string, what: string, type = 'string') =>
	`={{ $fromAI('${key}', '${what}', '${type}') }}`;

const payoutTool: WorkflowNode = {
	id: 'payouts',
	name: 'Get payouts',
	type: `${SETTLEMENT_TYPE}Tool`,
	typeVersion: 1,
	position: [660, 220],
	parameters: {
		descriptionType: 'manual',
		toolDescription:
			'Get the payouts of one ledger from a date to a date, both included. Each row is one payout, in kroner or euro: its number, its sales, refunds and fees, and what is paid out.',
		resource: 'payout',
		operation: 'getAll',
		ledgerId: ledger(fromModel('ledgerId', 'The ledgerId of the merchant, from List_ledgers')),
		period: 'dateRange',
		fromDate: fromModel('fromDate', 'First ledger date, YYYY-MM-DD'),
		toDate: fromModel('toDate', 'Last ledger date, YYYY-MM-DD'),
		limit: fromModel('limit', 'How many rows to return at most', 'number'),
	},
	credentials: { vippsAccountingApi: credentials.right },
};

/** The workflow with Vipps Settlement as one more tool of its MCP server. */
export const withPayoutTool = (workflow: WorkflowImport, server: string): WorkflowImport => ({
	...workflow,
	nodes: [...workflow.nodes, payoutTool],
	connections: {
		...workflow.connections,
		[payoutTool.name]: { ai_tool: [[{ node: server, type: 'ai_tool', index: 0 }]] },
	},
});
