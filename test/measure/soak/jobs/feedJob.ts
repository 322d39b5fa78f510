import type { IDataObject } from 'n8n-workflow';

import { check, drawOnError, drawOutput, LEDGER_OF_INPUT, type Job, type Judging } from './job';
import type { Part } from '../checks/itemResults';
import type { Draw } from '../rounds/random';
import { shapeOf, type OutputName } from '../checks/expectedItems';
import type { Bookmark, World } from '../run/testBed';

const OPERATION = 'Get From Feed';

/** Reads on in the feeds of these ledgers from where each bookmark is, all in one run, and moves the bookmarks. */
export function feedJob(world: World, bookmarks: Bookmark[], draw: Draw): Job {
	const output = drawOutput(draw);
	const returnAll = draw.chance(0.35);
	const limit = draw.between(1, 400);
	const parameters = {
		resource: 'sale',
		operation: 'getFeed',
		ledgerId: LEDGER_OF_INPUT,
		cursor: '={{ $json.cursor }}',
		returnAll,
		...(!returnAll && { limit }),
		output,
		options: draw.chance(0.6) ? { pageSize: draw.between(10, 200) } : {},
	};
	const known = bookmarks.map(({ ledgerId }) => world.truth.sales(ledgerId).length);
	return {
		operation: OPERATION,
		parameters,
		input: bookmarks.map(({ ledgerId, cursor }) => ({ ledgerId, cursor })),
		onError: drawOnError(draw),
		ledgerIds: bookmarks.map(({ ledgerId }) => ledgerId),
		judge(part, index, judging) {
			const bookmark = bookmarks[index];
			if (bookmark) judge(world, { bookmark, output, known: known[index] ?? 0 }, part, judging);
		},
	};
}

/** What the key of each sale is, the tests of the engine say. */
const withoutKey = (item: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'dedupeKey'));

interface Reading {
	bookmark: Bookmark;
	output: OutputName;
	/** How many sales there were when the run began. */
	known: number;
}

/**
 * A bookkeeper books the items and then keeps the checkpoint; without a checkpoint there is nothing to book. So the items
 * must be exactly the sales that lie between the two cursors.
 */
function judge(world: World, reading: Reading, part: Part, judging: Judging): void {
	const { bookmark, output, known } = reading;
	const { ledgerId } = bookmark;
	const { items, checkpoint, error } = part;
	const { complain } = judging;
	if (checkpoint === undefined) {
		if (items.length > 0) complain(`${items.length} sales without a checkpoint`);
		if (error === undefined) complain('neither a checkpoint nor an error');
		return;
	}
	const { cursor, count, hasMore } = checkpoint as IDataObject & { cursor: string };
	const position = world.positionOf(ledgerId, cursor);
	if (position === undefined || position < bookmark.position) {
		complain(`the checkpoint of ledger ${ledgerId} leads ${position ?? 'nowhere'}`);
		return;
	}
	const passed = world.truth.sales(ledgerId).slice(bookmark.position, position);
	check(OPERATION, shapeOf(output, passed, ledgerId), items.map(withoutKey), judging);
	const isKeyed = ({ dedupeKey }: IDataObject) => typeof dedupeKey === 'string';
	if (output !== 'entries' && !items.every(isKeyed)) complain('an item without a key');
	if (count !== passed.length)
		complain(`the checkpoint counts ${String(count)}, not ${passed.length}`);
	if (checkpoint.ledgerId !== ledgerId) complain('the checkpoint names another ledger');
	if (hasMore === false && position < known) complain('the checkpoint denies that there is more');
	if (error !== undefined && hasMore !== true)
		complain('the feed failed, and denies that there is more');
	Object.assign(bookmark, { cursor, position });
}
