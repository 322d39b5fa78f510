import type { IDataObject } from 'n8n-workflow';

import { salesOfDate } from '../../../vipps/api/sales';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import { complete, type Wanted } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import { errorsOf, readEach } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { outputField, readOutput, type ToItemsOf } from '../../shared/parameters/output';
import {
	hintAtLimit,
	pageSizeOption,
	paginationFields,
	readPagination,
} from '../../shared/parameters/pagination';
import {
	hintAtHistoricalFloor,
	periodFields,
	readPeriod,
	timeZoneOption,
} from '../../shared/parameters/period';

/** The sales of ledgers on each date of a period. */
export const saleGetByDate: Operation = {
	resource: 'sale',
	option: {
		name: 'Get by Date',
		value: 'getByDate',
		action: 'Get sales by date',
		description: 'Get the sales of a day, a month or other period',
	},
	subtitle: 'Sales by Date',
	fields: [
		...ledgersFields,
		...periodFields('yesterday'),
		...paginationFields,
		outputField,
		optionsField(maxParallelOption, pageSizeOption, timeZoneOption),
	],
	async run(itemIndex, run) {
		const choice = readLedgers(this, itemIndex);
		const datesIn = readPeriod(this, itemIndex);
		const wanted = readPagination(this, itemIndex);
		const toItemsOf = readOutput(this, itemIndex, run);
		const ledgers = await choice.list(run);
		const left = { limit: wanted.limit, count: 0, hasMore: false };
		// With a limit the next ledger may not be needed; without one, all are read at the same time.
		const concurrency = Number.isFinite(wanted.limit) ? 1 : run.limiter.concurrency;
		const results = await readEach(ledgers, concurrency, async ({ ledgerId, timeZone }) => {
			const ledgerDates = datesIn(timeZone);
			hintAtHistoricalFloor(run.hints, ledgerDates);
			const own = { ...left };
			const items = await readDates(run, ledgerId, ledgerDates, wanted, own, toItemsOf);
			// The sales of a ledger that fails are not returned, so they do not count.
			Object.assign(left, own);
			return { ledgerId, items };
		});
		hintAtLimit(run.hints, wanted, left);
		const items = results.flatMap((result) => ('items' in result ? result.items : []));
		return { outputs: [items], ...errorsOf(run, results) };
	},
};

/** What is still wanted, and what was read so far. */
interface Left {
	limit: number;
	count: number;
	/** Also true if a date was not read. */
	hasMore: boolean;
}

/** The sales of a ledger, date by date. @throws NodeApiError if a date cannot be read to its end: there is never a part of a date */
async function readDates(
	run: Run,
	ledgerId: string,
	ledgerDates: string[],
	wanted: Wanted,
	left: Left,
	toItemsOf: ToItemsOf,
): Promise<IDataObject[]> {
	const concurrency = Number.isFinite(wanted.limit) ? 1 : run.limiter.concurrency;
	const outputs = await mapInOrder(ledgerDates, concurrency, async (ledgerDate) => {
		if (left.limit <= 0) {
			left.hasMore = true;
			return [];
		}
		const toItems = toItemsOf(ledgerId, { ledgerDate });
		const pages = salesOfDate(run, ledgerId, ledgerDate);
		const taken = await pages.take({ ...wanted, limit: left.limit }, (entries) => {
			const kept = entries.slice(0, left.limit);
			left.limit -= kept.length;
			return toItems(kept);
		});
		const { items, count, hasMore } = complete(taken);
		left.count += count;
		left.hasMore ||= hasMore;
		return items;
	});
	return outputs.flat();
}
