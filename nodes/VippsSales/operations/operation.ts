import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

/** One operation of the node: what the editor shows of it, and the work it does. */
export interface Operation {
	/** Under which Resource it stands. */
	resource: 'ledger' | 'sale';
	/** Its entry in the Operation drop-down. */
	option: INodePropertyOptions & { value: string; action: string; description: string };
	/** Its parameters, in the order of the panel; that they belong to this operation alone is added by the registry. */
	fields: INodeProperties[];
	/** The work for one input item: the items of each output of the node. */
	run: (this: IExecuteFunctions, itemIndex: number) => Promise<IDataObject[][]>;
}
