import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { getLedgers } from '../shared/ledgers/getLedgers';
import { pollLedgerFields, pollOptionsField } from '../shared/polling/fields';
import { runPoll } from '../shared/polling/runPoll';
import { readSettings } from '../shared/polling/settings';
import { outputFields, readSource, triggerOnField } from './fields';

const words = { one: 'transaction', many: 'transactions' };

/** Starts a workflow with what happened to the money since the poll before. */
export class VippsSettlementTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Vipps Settlement Trigger',
		name: 'vippsSettlementTrigger',
		icon: {
			light: 'file:../../icons/settlement.svg',
			dark: 'file:../../icons/settlement.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ ({ payoutScheduled: "New Payouts", payoutReturned: "Returned Payouts", dateFinal: "Final Dates", transaction: "Transactions", fee: "Fees" })[$parameter["triggerOn"]] }}',
		description: 'Starts the workflow when there are new Vipps MobilePay payouts or transactions',
		defaults: { name: 'Vipps Settlement Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: [
			triggerOnField,
			...pollLedgerFields(words),
			...outputFields,
			pollOptionsField(words),
			{
				displayName:
					'Vipps asks for one poll an hour, at a minute between 11 and 59. After a crash items can come twice: <a href="https://github.com/n8n-nodes-vipps-accounting/n8n-nodes-vipps-accounting/blob/main/docs/trigger.md#avoid-duplicates" target="_blank">remove duplicates by dedupeKey</a>.',
				name: 'pollingNotice',
				type: 'notice',
				default: '',
			},
		],
	};

	methods = { loadOptions: { getLedgers } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const settings = await readSettings(this);
		return await runPoll(this, readSource(this), settings);
	}
}
