import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Run } from '../../../vipps/run';

/** One operation of a node: what the editor shows of it, and the work it does. */
export interface Operation {
	/** The value of the Resource that it belongs to. */
	resource: string;
	/** Its entry in the Operation drop-down. */
	option: INodePropertyOptions & { value: string; action: string; description: string };
	/** What the canvas shows below the node's name. */
	subtitle: string;
	/** Its parameters, in the order of the panel. The registry shows them for this operation alone. */
	fields: INodeProperties[];
	/** The names of its outputs; left out, it has one without a name. */
	outputs?: string[];
	/** The work for one input item, in the run that all items share. */
	run: (this: IExecuteFunctions, itemIndex: number, run: Run) => Promise<Result>;
}

/** The result of one input item. */
export interface Result {
	/** The items of each output of the node. */
	outputs: IDataObject[][];
	/** Why there is no more, if a part of the work is whole and can be continued. */
	error?: unknown;
	/** The same, for each ledger that failed, if there are several. */
	errors?: unknown[];
}
