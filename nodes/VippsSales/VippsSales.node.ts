import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { asWorded, type WordedError } from '../../vipps/outcome/nodeError';
import { inOrder } from '../../vipps/http/mapInOrder';
import { openRun, type Run } from '../../vipps/run';
import { errorItem } from '../shared/operations/errorItem';
import { readMaxParallel } from '../shared/parameters/maxParallel';
import { searchLedgers } from '../shared/ledgers/searchLedgers';
import { operationFields, operationOptions, selectedOperation } from './operations';
import type { Operation, Result } from '../shared/operations/operation';

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
		const inputs = this.getInputData();
		const prepared = prepare(this);
		if ('error' in prepared) {
			return gather(
				this,
				inputs.map(() => ({ outputs: [[]], ...prepared })),
			);
		}
		const { operation, maxParallel, run } = prepared;
		try {
			const work = async (_: unknown, itemIndex: number) => {
				const result = await operation.run
					.call(this, itemIndex, run)
					.catch((failure: unknown): Result => ({ outputs: [[]], failure }));
				return settle(this, result, itemIndex);
			};
			return gather(this, await inOrder(inputs, maxParallel, work));
		} finally {
			run.close();
		}
	}
}

/** What all input items have in common. */
interface Prepared {
	operation: Operation;
	maxParallel: number;
	run: Run;
}

/**
 * What holds for all input items. Where it cannot be had, and the node is to go on all the same, each of them has failed.
 *
 * @throws WordedError unless the node is to go on
 */
function prepare(context: IExecuteFunctions): Prepared | { error: WordedError } {
	try {
		const operation = selectedOperation(context);
		const maxParallel = readMaxParallel(context);
		return { operation, maxParallel, run: openRun(context, { maxParallel }) };
	} catch (failure) {
		const error = asWorded(context.getNode(), failure, 'start', { itemIndex: 0 });
		if (context.continueOnFail()) return { error };
		throw error;
	}
}

/** What one input item brought, and why not more. */
interface ItemResult extends Pick<Result, 'outputs'> {
	error?: WordedError;
}

/** @throws WordedError for an item that failed, unless the node is to go on */
function settle(
	context: IExecuteFunctions,
	{ outputs, failure }: Result,
	itemIndex: number,
): ItemResult {
	if (failure === undefined) return { outputs };
	const error = asWorded(context.getNode(), failure, 'get the result of this item', { itemIndex });
	if (context.continueOnFail()) return { outputs, error };
	throw error;
}

/** The node's outputs from those of its input items, an item that failed behind what it brought. */
function gather(context: IExecuteFunctions, results: ItemResult[]): INodeExecutionData[][] {
	const gathered: INodeExecutionData[][] = [];
	for (const [item, { outputs, error }] of results.entries()) {
		const pairedItem = { item };
		for (const [index, items] of outputs.entries()) {
			const output = (gathered[index] ??= []);
			for (const json of items) output.push({ json, pairedItem });
		}
		if (error) gathered[0]?.push(errorItem(context, error, item));
	}
	return gathered;
}
