import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { getLedgers } from '../shared/ledgers/getLedgers';
import { searchLedgers } from '../shared/ledgers/searchLedgers';
import { runItems } from '../shared/operations/runItems';
import { registry } from './operations';

/** Reads payouts, fees, transactions and statements of Vipps MobilePay for bookkeeping. */
export class VippsSettlement implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Vipps Settlement',
		name: 'vippsSettlement',
		icon: {
			light: 'file:../../icons/settlement.svg',
			dark: 'file:../../icons/settlement.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: registry.subtitle,
		description: 'Get Vipps MobilePay payouts, fees, transactions and statements for accounting',
		defaults: { name: 'Vipps Settlement' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: registry.outputs,
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: registry.properties,
	};

	methods = { listSearch: { searchLedgers }, loadOptions: { getLedgers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, registry);
	}
}
