import { collect } from '../../../vipps/paging/take';
import { salesOfDate } from '../../../vipps/api/endpoints';
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
import { inOrder } from '../../../vipps/http/mapInOrder';
import type { Operation } from '../../shared/operations/operation';

/** What was sold on a ledger on one date, or on each date of a range. */
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
		const shapeOf = readOutput(this, itemIndex, run);
		hintAtHistoricalFloor(run.hints, ledgerDates);
		let left = wanted.limit;
		let count = 0;
		/** Also where nobody has looked. */
		let hasMore = false;
		// With a limit the next date may not be needed at all: only without one are they asked for at once.
		const atOnce = Number.isFinite(left) ? 1 : run.lanes.size;
		const outputs = await inOrder(ledgerDates, atOnce, async (ledgerDate) => {
			if (left <= 0) {
				hasMore = true;
				return [];
			}
			const walk = salesOfDate(run, ledgerId, ledgerDate);
			const shape = shapeOf(ledgerId, { ledgerDate });
			const found = await collect(run, walk, { ...wanted, limit: left }, (entries) => {
				const taken = entries.slice(0, left);
				left -= taken.length;
				return shape(taken);
			});
			count += found.count;
			hasMore ||= found.hasMore;
			return found.items;
		});
		hintAtLimit(run.hints, wanted, { count, hasMore });
		return { outputs: [outputs.flat()] };
	},
};
