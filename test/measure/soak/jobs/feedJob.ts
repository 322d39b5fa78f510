import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ReportEntry, SalesEntry } from '../../../../sandbox/index';
import { expectedItems } from '../checks/expectedItems';
import { expectedMoney } from '../checks/expectedMoney';
import type { ItemResult } from '../checks/itemResults';
import type { Random } from '../testBed/random';
import type { SavedCheckpoint, TestBed } from '../testBed/testBed';
import {
	compareItems,
	randomOnError,
	randomOutput,
	LEDGER_OF_INPUT,
	type Checking,
	type Job,
} from './job';
import { randomMoneyOutput, SETTLEMENT } from './moneyJob';

/** An operation that reads a feed. */
interface FeedOperation {
	operation: string;
	type?: string;
	parameters: INodeParameters;
	/** Whether its items have keys. The engine tests cover the keys themselves. */
	isKeyed: boolean;
	expected: (entries: Array<SalesEntry | ReportEntry>, ledgerId: string) => unknown[];
}

function operationOf(list: SavedCheckpoint['list'], random: Random): FeedOperation {
	if (list === 'sales') {
		const output = randomOutput(random);
		const options = random.chance(0.6) ? { pageSize: random.integer(10, 200) } : {};
		return {
			operation: 'Get From Feed',
			parameters: { resource: 'sale', output, options },
			isKeyed: output !== 'entries',
			expected: (entries, ledgerId) => expectedItems(output, entries as SalesEntry[], ledgerId),
		};
	}
	const output = randomMoneyOutput(random);
	return {
		operation: `${list === 'funds' ? 'Transaction' : 'Fee'}: Get From Feed`,
		type: SETTLEMENT,
		parameters: { resource: list === 'funds' ? 'transaction' : 'fee', output },
		isKeyed: output !== 'entries',
		expected: (entries, ledgerId) => expectedMoney(output, entries as ReportEntry[], ledgerId),
	};
}

/** Continues feeds of one kind from their checkpoints, all in one run, and moves the checkpoints. */
export function feedJob(testBed: TestBed, checkpoints: SavedCheckpoint[], random: Random): Job {
	const feed = operationOf(checkpoints[0]?.list ?? 'sales', random);
	const { operation, type } = feed;
	const returnAll = random.chance(0.35);
	const limit = random.integer(1, 400);
	const known = checkpoints.map((saved) => testBed.entriesOf(saved).length);
	return {
		...{ operation, type },
		parameters: {
			operation: 'getFeed',
			ledgerId: LEDGER_OF_INPUT,
			cursor: '={{ $json.cursor }}',
			returnAll,
			...(!returnAll && { limit }),
			...feed.parameters,
		},
		input: checkpoints.map(({ ledgerId, cursor }) => ({ ledgerId, cursor })),
		onError: randomOnError(random),
		ledgerIds: checkpoints.map(({ ledgerId }) => ledgerId),
		check(result, index, checking) {
			const saved = checkpoints[index];
			if (saved) checkFeed(testBed, { feed, saved, known: known[index] ?? 0 }, result, checking);
		},
	};
}

const withoutKey = (item: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'dedupeKey'));

interface FeedRun {
	feed: FeedOperation;
	saved: SavedCheckpoint;
	/** How many entries there were when the run began. */
	known: number;
}

/**
 * A bookkeeper books the items and then saves the checkpoint; without a checkpoint nothing is booked. So the items must be
 * exactly the entries between the two cursors.
 */
function checkFeed(testBed: TestBed, run: FeedRun, result: ItemResult, checking: Checking): void {
	const { feed, saved, known } = run;
	const { ledgerId } = saved;
	const { items, checkpoint, error } = result;
	const { addFinding } = checking;
	if (checkpoint === undefined) {
		if (items.length > 0) addFinding(`${items.length} items without a checkpoint`);
		if (error === undefined) addFinding('neither a checkpoint nor an error');
		return;
	}
	const { cursor, count, hasMore } = checkpoint as IDataObject & { cursor: string };
	const position = testBed.positionOf(saved, cursor);
	if (position === undefined || position < saved.position) {
		addFinding(`the checkpoint of ledger ${ledgerId} leads ${position ?? 'nowhere'}`);
		return;
	}
	const passed = testBed.entriesOf(saved).slice(saved.position, position);
	const expected = feed.expected(passed, ledgerId);
	compareItems(feed.operation, expected, items.map(withoutKey), checking);
	const hasKey = ({ dedupeKey }: IDataObject) => typeof dedupeKey === 'string';
	if (feed.isKeyed && !items.every(hasKey)) addFinding('an item without a key');
	if (count !== passed.length)
		addFinding(`the checkpoint counts ${String(count)}, not ${passed.length}`);
	if (checkpoint.ledgerId !== ledgerId) addFinding('the checkpoint names another ledger');
	if (hasMore === false && position < known) addFinding('the checkpoint denies that there is more');
	if (error !== undefined && hasMore !== true)
		addFinding('the feed failed, and denies that there is more');
	Object.assign(saved, { cursor, position });
}
