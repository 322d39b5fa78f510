import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Run } from '../../../vipps/run';

/** One operation of the node: what the editor shows of it, and the work it does. */
export interface Operation {
	/** Under which Resource it stands. */
	resource: 'ledger' | 'position' | 'sale';
	/** Its entry in the Operation drop-down. */
	option: INodePropertyOptions & { value: string; action: string; description: string };
	/** Its parameters, in the order of the panel; that they belong to this operation alone is added by the registry. */
	fields: INodeProperties[];
	/** The work for one input item, in the run that all items share. */
	run: (this: IExecuteFunctions, itemIndex: number, run: Run) => Promise<Result>;
}

/** What one input item brought. */
export interface Result {
	/** The items of each output of the node. */
	outputs: IDataObject[][];
	/** Why there is no more, where a part of the work is whole and can be gone on from. */
	failure?: unknown;
}
