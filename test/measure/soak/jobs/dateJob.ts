import { check, checkNothing, drawOnError, drawOutput, LEDGER_OF_INPUT, type Job } from './job';
import type { Draw } from '../rounds/random';
import { shapeOf } from '../checks/expectedItems';
import type { World } from '../run/testBed';

const OPERATION = 'Get by Date';

/** What tells one reading of dates from another. */
export interface DateChoice {
	ledgerIds: string[];
	/** In order, without a gap. */
	dates: string[];
	pageSize?: number;
	limit?: number;
}

/** A date or a range of dates of some ledgers. */
export function drawDates(world: World, draw: Draw): DateChoice {
	const past = world.pastDates();
	const from = draw.between(0, past.length - 1);
	const ids = world.bookmarks.map(({ ledgerId }) => ledgerId);
	return {
		ledgerIds: draw.someOf(ids, draw.oneOf([1, 1, 1, 3])),
		dates: past.slice(from, from + draw.oneOf([1, 1, 2, 7])),
		pageSize: draw.chance(0.5) ? draw.between(2, 60) : undefined,
		limit: draw.chance(0.4) ? draw.between(1, 80) : undefined,
	};
}

/** Reads these dates; each input item is a ledger. */
export function dateJob(world: World, choice: DateChoice, draw: Draw): Job {
	const { ledgerIds, dates, limit = Infinity, pageSize } = choice;
	const output = drawOutput(draw);
	const isRange = dates.length > 1;
	return {
		operation: OPERATION,
		parameters: {
			resource: 'sale',
			operation: 'getByDate',
			ledgerId: LEDGER_OF_INPUT,
			dateRange: isRange,
			...(isRange ? { fromDate: dates.at(0), toDate: dates.at(-1) } : { date: dates.at(0) }),
			returnAll: limit === Infinity,
			...(limit !== Infinity && { limit }),
			output,
			options: pageSize === undefined ? {} : { pageSize },
		},
		input: ledgerIds.map((ledgerId) => ({ ledgerId })),
		onError: drawOnError(draw),
		ledgerIds,
		judge(part, index, judging) {
			if (part.error) return checkNothing(part, judging);
			const ledgerId = ledgerIds[index] ?? '';
			let left = limit;
			const expected = dates.flatMap((date) => {
				const entries = world.truth.salesOfDate(ledgerId, date).slice(0, left);
				left -= entries.length;
				return shapeOf(output, entries, ledgerId, date);
			});
			check(OPERATION, expected, part.items, judging);
		},
	};
}
