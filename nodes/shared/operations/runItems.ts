import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isTool } from '../../../vipps/hostVersions';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import { asNodeError, type ReadableError } from '../../../vipps/outcome/nodeError';
import { openRun, type Run } from '../../../vipps/run';
import { readMaxParallel } from '../parameters/maxParallel';
import { errorItem } from './errorItem';
import { forModel } from './forModel';
import type { Operation, Result } from './operation';
import type { Registry } from './registry';

/**
 * Executes a node. Each input item has its own parameters, results and error; several are processed at the same time.
 *
 * @throws ReadableError for the first item that fails, unless the node is set to continue
 */
export async function runItems(
	context: IExecuteFunctions,
	registry: Registry,
): Promise<INodeExecutionData[][]> {
	const inputs = context.getInputData();
	const prepared = prepare(context, registry);
	if ('error' in prepared) {
		return collect(
			context,
			inputs.map(() => ({ outputs: [[]], errors: [prepared.error] })),
		);
	}
	const { operation, maxParallel, run } = prepared;
	try {
		const results = await mapInOrder(inputs, maxParallel, async (_, itemIndex) => {
			const result = await operation.run
				.call(context, itemIndex, run)
				.catch((error: unknown): Result => ({ outputs: [[]], error }));
			return settle(context, result, itemIndex);
		});
		const outputs = collect(context, results);
		return isTool(context) ? forModel(outputs, run.hints.take()) : outputs;
	} finally {
		run.close();
	}
}

/** What all input items share. */
interface Prepared {
	operation: Operation;
	maxParallel: number;
	run: Run;
}

/**
 * What all input items share, or the error that all of them have.
 *
 * @throws ReadableError unless the node is set to continue
 */
function prepare(
	context: IExecuteFunctions,
	registry: Registry,
): Prepared | { error: ReadableError } {
	try {
		const operation = registry.selected(context);
		const maxParallel = readMaxParallel(context);
		const { needsAccountingKeys } = registry;
		return { operation, maxParallel, run: openRun(context, { maxParallel, needsAccountingKeys }) };
	} catch (thrown) {
		const error = asNodeError(context.getNode(), thrown, 'start', { itemIndex: 0 });
		if (context.continueOnFail()) return { error };
		throw error;
	}
}

/** The result of one input item, with errors that a user can read. */
interface ItemResult extends Pick<Result, 'outputs'> {
	errors: ReadableError[];
}

/** @throws ReadableError for an item that failed, unless the node is set to continue */
function settle(
	context: IExecuteFunctions,
	{ outputs, error, errors = [error] }: Result,
	itemIndex: number,
): ItemResult {
	if (error === undefined) return { outputs, errors: [] };
	const inWords = (thrown: unknown) =>
		asNodeError(context.getNode(), thrown, 'get the result of this item', { itemIndex });
	if (context.continueOnFail()) return { outputs, errors: errors.map(inWords) };
	throw inWords(error);
}

/** The node's outputs. The errors of an item come after the items that it gave. */
function collect(context: IExecuteFunctions, results: ItemResult[]): INodeExecutionData[][] {
	const collected: INodeExecutionData[][] = [];
	for (const [item, { outputs, errors }] of results.entries()) {
		const pairedItem = { item };
		for (const [index, items] of outputs.entries()) {
			const output = (collected[index] ??= []);
			for (const json of items) output.push({ json, pairedItem });
		}
		for (const error of errors) collected[0]?.push(errorItem(context, error, item));
	}
	return collected;
}
