import type { INodeParameters } from 'n8n-workflow';

import { ledger } from '../rig';
import { payoutsBetween } from './settlementRig';

const ledgerId = ledger('302321');
const dates = { period: 'dateRange', fromDate: '2026-05-15', toDate: '2026-05-17' };

/** Each operation of Vipps Settlement that calls Vipps, with parameters that bring something by several calls. */
export const operations: Array<{ name: string; parameters: INodeParameters }> = [
	{
		name: 'Payout: Get Many',
		parameters: {
			...payoutsBetween('302321', '2026-05-15', '2026-05-16'),
			options: { includeTransactions: true },
		},
	},
	...['transaction', 'fee'].flatMap((resource) => [
		{
			name: `${resource}: Get by Date`,
			parameters: { resource, operation: 'getByDate', ledgerId, returnAll: true, ...dates },
		},
		{
			name: `${resource}: Get From Feed`,
			parameters: { resource, operation: 'getFeed', ledgerId, returnAll: true },
		},
	]),
	{
		name: 'Statement: Get by Date',
		parameters: { resource: 'statement', operation: 'getByDate', ledgerId, ...dates },
	},
];
