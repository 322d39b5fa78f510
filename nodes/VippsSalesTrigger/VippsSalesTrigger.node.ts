import type {
	IDataObject,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { outputField } from '../shared/parameters/output';
import { entryTypesField, ledgerFields, pollOptionsField } from './fields';
import { getLedgers } from '../shared/ledgers/getLedgers';
import { manualTest } from './sample';
import { inTurn } from '../shared/polling/overlap';
import { poll } from '../shared/polling/poll';
import { readSettings } from '../shared/polling/settings';
import { readState, writeState } from '../shared/polling/state';

/** Starts a workflow with what was sold since the poll before. */
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

	/** The state changes last: what is thrown before leaves everything for the next poll. */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const settings = await readSettings(this);
		if (this.getMode() === 'manual') return asOutput(await manualTest(this, settings));
		return await inTurn(this, async () => {
			const stored = this.getWorkflowStaticData('node');
			const { items, state, isStart, lasting } = await poll(this, settings, readState(stored));
			writeState(stored, state);
			// An execution of its own fails with it, beside the one that the items start.
			if (lasting) this.__emitError(lasting);
			if (items.length > 0) return asOutput(items);
			// These hosts drop the state of the poll at activation unless it gives something: an output without items will do.
			return isStart && settings.startsNow && '__commitCursor' in this ? asOutput([]) : null;
		});
	}
}

const asOutput = (items: IDataObject[]): INodeExecutionData[][] => [
	items.map((json) => ({ json })),
];
