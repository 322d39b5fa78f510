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

/** Prepares vouchers from what was sold by Vipps MobilePay. */
export class VippsBookkeeping implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Vipps Bookkeeping',
		name: 'vippsBookkeeping',
		icon: {
			light: 'file:../../icons/bookkeeping.svg',
			dark: 'file:../../icons/bookkeeping.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: registry.subtitle,
		description: 'Prepare balanced vouchers and VAT summaries from Vipps MobilePay sales',
		defaults: { name: 'Vipps Bookkeeping' },
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
