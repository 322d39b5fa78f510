import type { IDataObject } from 'n8n-workflow';

import { expectedItems, type OutputName } from '../checks/expectedItems';
import type { ItemResult } from '../checks/itemResults';
import type { Random } from '../testBed/random';
import type { SavedCheckpoint, TestBed } from '../testBed/testBed';
import {
	compareItems,
	randomOnError,
	randomOutput,
	LEDGER_OF_INPUT,
	type Job,
	type Checking,
} from './job';

const OPERATION = 'Get From Feed';

/** Continues the feeds of these ledgers from their checkpoints, all in one run, and moves the checkpoints. */
export function feedJob(testBed: TestBed, checkpoints: SavedCheckpoint[], random: Random): Job {
	const output = randomOutput(random);
	const returnAll = random.chance(0.35);
	const limit = random.integer(1, 400);
	const parameters = {
		resource: 'sale',
		operation: 'getFeed',
		ledgerId: LEDGER_OF_INPUT,
		cursor: '={{ $json.cursor }}',
		returnAll,
		...(!returnAll && { limit }),
		output,
		options: random.chance(0.6) ? { pageSize: random.integer(10, 200) } : {},
	};
	const known = checkpoints.map(({ ledgerId }) => testBed.truth.sales(ledgerId).length);
	return {
		operation: OPERATION,
		parameters,
		input: checkpoints.map(({ ledgerId, cursor }) => ({ ledgerId, cursor })),
		onError: randomOnError(random),
		ledgerIds: checkpoints.map(({ ledgerId }) => ledgerId),
		check(result, index, checking) {
			const saved = checkpoints[index];
			if (saved) checkFeed(testBed, { saved, output, known: known[index] ?? 0 }, result, checking);
		},
	};
}

/** The engine tests cover the keys themselves. */
const withoutKey = (item: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'dedupeKey'));

interface FeedRun {
	saved: SavedCheckpoint;
	output: OutputName;
	/** How many sales there were when the run began. */
	known: number;
}

/**
 * A bookkeeper books the items and then saves the checkpoint; without a checkpoint nothing is booked. So the items must be
 * exactly the sales between the two cursors.
 */
function checkFeed(testBed: TestBed, run: FeedRun, result: ItemResult, checking: Checking): void {
	const { saved, output, known } = run;
	const { ledgerId } = saved;
	const { items, checkpoint, error } = result;
	const { addFinding } = checking;
	if (checkpoint === undefined) {
		if (items.length > 0) addFinding(`${items.length} sales without a checkpoint`);
		if (error === undefined) addFinding('neither a checkpoint nor an error');
		return;
	}
	const { cursor, count, hasMore } = checkpoint as IDataObject & { cursor: string };
	const position = testBed.positionOf(ledgerId, cursor);
	if (position === undefined || position < saved.position) {
		addFinding(`the checkpoint of ledger ${ledgerId} leads ${position ?? 'nowhere'}`);
		return;
	}
	const passed = testBed.truth.sales(ledgerId).slice(saved.position, position);
	compareItems(OPERATION, expectedItems(output, passed, ledgerId), items.map(withoutKey), checking);
	const isKeyed = ({ dedupeKey }: IDataObject) => typeof dedupeKey === 'string';
	if (output !== 'entries' && !items.every(isKeyed)) addFinding('an item without a key');
	if (count !== passed.length)
		addFinding(`the checkpoint counts ${String(count)}, not ${passed.length}`);
	if (checkpoint.ledgerId !== ledgerId) addFinding('the checkpoint names another ledger');
	if (hasMore === false && position < known) addFinding('the checkpoint denies that there is more');
	if (error !== undefined && hasMore !== true)
		addFinding('the feed failed, and denies that there is more');
	Object.assign(saved, { cursor, position });
}
