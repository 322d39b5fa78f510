import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { getLedgersFor } from '../shared/ledgers/getLedgers';
import { outputField } from '../shared/parameters/output';
import { pollLedgerFields, pollOptionsField } from '../shared/polling/fields';
import { runPoll } from '../shared/polling/runPoll';
import { readSettings } from '../shared/polling/settings';
import { readSelection, triggerOnField } from './fields';
import { salesSource } from './source';

const words = { one: 'sale', many: 'sales' };

/** Starts a workflow with the sales since the poll before. */
export class VippsSalesTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Vipps Sales Trigger',
		name: 'vippsSalesTrigger',
		icon: { light: 'file:../../icons/sales.svg', dark: 'file:../../icons/sales.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ ({ all: "Sales and Refunds", capture: "Sales", refund: "Refunds" })[$parameter["triggerOn"]] }}',
		description: 'Starts the workflow when there are new Vipps MobilePay sales or refunds',
		defaults: { name: 'Vipps Sales Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: [
			triggerOnField,
			...pollLedgerFields(words),
			{ ...outputField },
			pollOptionsField(
				words,
				' Pages are not split, so with Output set to Order Lines there may be a few more.',
			),
			{
				displayName:
					'Vipps asks for one poll an hour, at a minute between 11 and 59. After a crash sales can come twice: <a href="https://github.com/n8n-nodes-vipps-accounting/n8n-nodes-vipps-accounting/blob/main/docs/trigger.md#avoid-duplicates" target="_blank">remove duplicates by dedupeKey</a>.',
				name: 'pollingNotice',
				type: 'notice',
				default: '',
			},
		],
	};

	methods = { loadOptions: { getLedgers: getLedgersFor({ needsAccountingKeys: true }) } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const settings = await readSettings(this);
		return await runPoll(this, salesSource(readSelection(this)), settings);
	}
}
