import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { getLedgersFor } from '../shared/ledgers/getLedgers';
import { searchLedgersFor } from '../shared/ledgers/searchLedgers';
import { runItems } from '../shared/operations/runItems';
import { registry } from './operations';

/** Reads ledgers and sales of Vipps MobilePay for bookkeeping. */
export class VippsSales implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Vipps Sales',
		name: 'vippsSales',
		icon: { light: 'file:../../icons/sales.svg', dark: 'file:../../icons/sales.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: registry.subtitle,
		description: 'Get Vipps MobilePay sales, refunds and VAT for accounting',
		defaults: { name: 'Vipps Sales' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: registry.outputs,
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: registry.properties,
	};

	methods = {
		listSearch: { searchLedgers: searchLedgersFor(registry) },
		loadOptions: { getLedgers: getLedgersFor(registry) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this, registry);
	}
}
