import { salesOfDate } from '../../../vipps/api/sales';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import { complete } from '../../../vipps/paging/take';
import type { Operation } from '../../shared/operations/operation';
import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import {
	hintAtHistoricalFloor,
	ledgerDateFields,
	readLedgerDates,
} from '../../shared/parameters/ledgerDates';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { outputField, readOutput } from '../../shared/parameters/output';
import {
	hintAtLimit,
	pageSizeOption,
	paginationFields,
	readPagination,
} from '../../shared/parameters/pagination';

/** The sales of a ledger on one date, or on each date of a range. */
export const saleGetByDate: Operation = {
	resource: 'sale',
	option: {
		name: 'Get by Date',
		value: 'getByDate',
		action: 'Get sales by date',
		description: 'Get what was sold on a date, or on each date of a range',
	},
	fields: [
		ledgerField,
		...ledgerDateFields,
		...paginationFields,
		outputField,
		optionsField(maxParallelOption, pageSizeOption),
	],
	async run(itemIndex, run) {
		const ledgerId = readLedgerId(this, itemIndex);
		const ledgerDates = readLedgerDates(this, itemIndex);
		const wanted = readPagination(this, itemIndex);
		const toItemsOf = readOutput(this, itemIndex, run);
		hintAtHistoricalFloor(run.hints, ledgerDates);
		let left = wanted.limit;
		let count = 0;
		/** Also true if a date was not read. */
		let hasMore = false;
		// With a limit the next date may not be needed; without one, all dates are read at the same time.
		const concurrency = Number.isFinite(left) ? 1 : run.limiter.concurrency;
		const outputs = await mapInOrder(ledgerDates, concurrency, async (ledgerDate) => {
			if (left <= 0) {
				hasMore = true;
				return [];
			}
			const toItems = toItemsOf(ledgerId, { ledgerDate });
			const pages = salesOfDate(run, ledgerId, ledgerDate);
			const taken = await pages.take({ ...wanted, limit: left }, (entries) => {
				const kept = entries.slice(0, left);
				left -= kept.length;
				return toItems(kept);
			});
			const { items } = complete(taken);
			count += taken.count;
			hasMore ||= taken.hasMore;
			return items;
		});
		hintAtLimit(run.hints, wanted, { count, hasMore });
		return { outputs: [outputs.flat()] };
	},
};
