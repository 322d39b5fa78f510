import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

import { operationError } from '../../vipps/errors';
import { readMaxParallel } from './fields/maxParallel';
import { inOrder } from '../../vipps/inOrder';
import { openRun } from '../../vipps/run';
import { searchLedgers } from './listSearch/searchLedgers';
import { operationFields, operationOptions, selectedOperation } from './operations';
import type { Result } from './operations/operation';

/** Reads ledgers and sales of Vipps MobilePay for bookkeeping. */
export class VippsSales implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Vipps Sales',
		name: 'vippsSales',
		icon: { light: 'file:../../icons/sales.svg', dark: 'file:../../icons/sales.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Get Vipps MobilePay sales, refunds and VAT for accounting',
		defaults: { name: 'Vipps Sales' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ $parameter["operation"] === "getFeed" ? [{ type: "main", displayName: "Entries" }, { type: "main", displayName: "Checkpoint" }] : ["main"] }}',
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Sale', value: 'sale' },
					{ name: 'Ledger', value: 'ledger' },
					{ name: 'Feed Position', value: 'position' },
				],
				default: 'sale',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['sale'] } },
				options: operationOptions('sale'),
				default: 'getByDate',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['ledger'] } },
				options: operationOptions('ledger'),
				default: 'getAll',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['position'] } },
				options: operationOptions('position'),
				default: 'save',
			},
			...operationFields(),
		],
	};

	methods = { listSearch: { searchLedgers } };

	/** Each input item is a unit of its own: its own parameters, results and failure. Several are worked on at once. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = selectedOperation(this);
		const maxParallel = readMaxParallel(this);
		const run = openRun(this, { maxParallel });
		const goesOn = this.continueOnFail();
		const work = async (_: unknown, itemIndex: number) => {
			const result = await operation.run
				.call(this, itemIndex, run)
				.catch((failure: unknown): Result => ({ outputs: [[]], failure }));
			const { outputs, failure } = result;
			const error = failure === undefined ? undefined : toNodeError(this, failure, itemIndex);
			if (error && !goesOn) throw error;
			return { outputs, error };
		};
		try {
			return gather(await inOrder(this.getInputData(), maxParallel, work));
		} finally {
			run.close();
		}
	}
}

/** What one input item brought, and why not more. */
interface ItemResult extends Pick<Result, 'outputs'> {
	error?: NodeApiError | NodeOperationError;
}

/** The node's outputs from those of its input items, an item that failed behind what it brought. */
function gather(results: ItemResult[]): INodeExecutionData[][] {
	const gathered: INodeExecutionData[][] = [];
	for (const [item, { outputs, error }] of results.entries()) {
		const pairedItem = { item };
		for (const [index, items] of outputs.entries()) {
			const output = (gathered[index] ??= []);
			for (const json of items) output.push({ json, pairedItem });
		}
		if (error) gathered[0]?.push({ json: { error: error.message }, error, pairedItem });
	}
	return gathered;
}

/** Any failure as one that n8n shows well, with the input item that it belongs to. */
function toNodeError(context: IExecuteFunctions, failure: unknown, itemIndex: number) {
	const isOurs = failure instanceof NodeApiError || failure instanceof NodeOperationError;
	if (!isOurs) return operationError(context.getNode(), (failure as Error).message, { itemIndex });
	failure.context.itemIndex = itemIndex;
	return failure;
}
