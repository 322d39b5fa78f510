import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { getLedgers } from '../shared/ledgers/getLedgers';
import { outputField } from '../shared/parameters/output';
import { runPoll } from '../shared/polling/runPoll';
import { pollOptionsField, readSettings } from '../shared/polling/settings';
import { entryTypesField, ledgerFields, readSelection } from './fields';
import { salesSource } from './source';

/** Starts a workflow with the sales since the poll before. */
export class VippsSalesTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Vipps Sales Trigger',
		name: 'vippsSalesTrigger',
		icon: { light: 'file:../../icons/sales.svg', dark: 'file:../../icons/sales.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["ledgers"] + " ledgers" }}',
		description: 'Starts the workflow when there are new Vipps MobilePay sales or refunds',
		defaults: { name: 'Vipps Sales Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: [
			...ledgerFields,
			entryTypesField,
			{ ...outputField },
			pollOptionsField,
			{
				displayName:
					'Each item has a dedupeKey. To book nothing twice, even after a crash, put a Remove Duplicates node behind this one: Remove Items Processed in Previous Executions, on {{ $json.dedupeKey }}, with a History Size above the number of sales to come, since that node stops once it is full. Keep the name of this node while the workflow is active: under another name n8n may begin anew.',
				name: 'dedupeNotice',
				type: 'notice',
				default: '',
			},
		],
	};

	methods = { loadOptions: { getLedgers } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const settings = await readSettings(this);
		return await runPoll(this, salesSource(readSelection(this)), settings);
	}
}
