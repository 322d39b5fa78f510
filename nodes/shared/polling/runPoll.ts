import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { dropsStateWithoutOutput } from '../../../vipps/hostVersions';
import { asNodeError } from '../../../vipps/outcome/nodeError';
import { openRun } from '../../../vipps/run';
import { withoutOverlap } from './overlap';
import { poll } from './poll';
import type { Settings } from './settings';
import { SAMPLE_TIME_LIMIT_MS, type LedgerSource } from './source';
import { readState, writeState } from './state';

/**
 * Polls for a trigger, or gives sample items for its test in the editor. The state changes last: an error leaves everything for the next
 * poll.
 */
export async function runPoll<Checkpoint>(
	context: IPollFunctions,
	source: LedgerSource<Checkpoint>,
	settings: Settings,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return asOutput(await sample(context, source, settings));
	return await withoutOverlap(context, async () => {
		const stored = context.getWorkflowStaticData('node');
		const before = readState(stored, (kept) => source.readCheckpoint(kept));
		const { items, state, isStart, lasting } = await poll(context, source, settings, before);
		writeState(stored, state);
		// Starts an execution of its own that fails with it, beside the one for the items.
		if (lasting) context.__emitError(lasting);
		if (items.length > 0) return asOutput(items);
		const needsOutput = isStart && settings.startsNow && dropsStateWithoutOutput(context);
		return needsOutput ? asOutput([]) : null;
	});
}

async function sample<Checkpoint>(
	context: IPollFunctions,
	source: LedgerSource<Checkpoint>,
	{ choice, ledgerIds }: Settings,
): Promise<IDataObject[]> {
	const run = openRun(context, {
		timeLimitMs: SAMPLE_TIME_LIMIT_MS,
		sharesFailures: false,
		needsAccountingKeys: source.needsAccountingKeys,
	});
	try {
		return await source.sample(run, choice === 'all' ? 'all' : ledgerIds);
	} catch (error) {
		throw asNodeError(run.node, error, `show the latest ${source.items}`);
	} finally {
		run.close();
	}
}

const asOutput = (items: IDataObject[]): INodeExecutionData[][] => [
	items.map((json) => ({ json })),
];
