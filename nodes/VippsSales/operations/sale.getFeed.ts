import { gather } from '../../../vipps/collect';
import { salesFeed } from '../../../vipps/endpoints';
import { ledgerField, readLedgerId } from '../fields/ledger';
import { feedKeys } from '../feedKeys';
import { maxParallelOption } from '../fields/maxParallel';
import { optionsField } from '../fields/options';
import { outputField, readOutput } from '../fields/output';
import { pageSizeOption, paginationFields, readPagination } from '../fields/pagination';
import { readStart, startFromFields } from '../fields/startFrom';
import type { Operation } from './operation';

/** What was sold on a ledger after a cursor, oldest first; on a second output the cursor to go on from. */
export const saleGetFeed: Operation = {
	resource: 'sale',
	option: {
		name: 'Get From Feed',
		value: 'getFeed',
		action: 'Get sales from feed',
		description:
			'Get what was sold after a cursor, or since the first sale, and the cursor to go on from',
	},
	fields: [
		ledgerField,
		...startFromFields,
		...paginationFields,
		outputField,
		optionsField(maxParallelOption, pageSizeOption),
	],
	async run(itemIndex, run) {
		const ledgerId = readLedgerId(this, itemIndex);
		const wanted = readPagination(this, itemIndex);
		const start = readStart(this, ledgerId, itemIndex);
		const shapeOf = readOutput(this, itemIndex, run);
		const walk = salesFeed(run, ledgerId, start);
		const keys = feedKeys(this, ledgerId, start);
		const gathered = await gather(run, walk, wanted, shapeOf(ledgerId, { keyOf: keys.next }));
		const { items, count, cursor, hasMore, pages, failure } = gathered;
		if (pages === 0) throw failure;
		keys.keep(cursor ?? '');
		const checkpoint = { ledgerId, cursor: cursor ?? '', count, hasMore };
		return { outputs: [items, [checkpoint]], failure };
	},
};
