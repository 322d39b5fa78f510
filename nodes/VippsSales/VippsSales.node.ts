import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

import { operationError } from '../../vipps/errors';
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
					{ name: 'Ledger', value: 'ledger' },
					{ name: 'Sale', value: 'sale' },
				],
				default: 'sale',
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
				displayOptions: { show: { resource: ['sale'] } },
				options: operationOptions('sale'),
				default: 'getByDate',
			},
			...operationFields(),
		],
	};

	methods = { listSearch: { searchLedgers } };

	/** Each input item is a unit of its own: its own parameters, results and failure. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = selectedOperation(this);
		const outputs: INodeExecutionData[][] = [];
		for (const itemIndex of this.getInputData().keys()) {
			const pairedItem = { item: itemIndex };
			const result = await operation.run
				.call(this, itemIndex)
				.catch((failure: unknown): Result => ({ outputs: [[]], failure }));
			const { failure } = result;
			const error = failure === undefined ? undefined : toNodeError(this, failure, itemIndex);
			if (error && !this.continueOnFail()) throw error;
			for (const [index, items] of result.outputs.entries()) {
				const output = (outputs[index] ??= []);
				for (const json of items) output.push({ json, pairedItem });
			}
			if (error) outputs[0]?.push({ json: { error: error.message }, error, pairedItem });
		}
		return outputs;
	}
}

/** Any failure as one that n8n shows well, with the input item that it belongs to. */
function toNodeError(context: IExecuteFunctions, failure: unknown, itemIndex: number) {
	const isOurs = failure instanceof NodeApiError || failure instanceof NodeOperationError;
	if (!isOurs) return operationError(context.getNode(), (failure as Error).message, { itemIndex });
	failure.context.itemIndex = itemIndex;
	return failure;
}
