import { expectedItems } from '../checks/expectedItems';
import type { Random } from '../testBed/random';
import type { TestBed } from '../testBed/testBed';
import {
	compareItems,
	expectNoItems,
	randomOnError,
	randomOutput,
	LEDGER_OF_INPUT,
	type Job,
} from './job';

const OPERATION = 'Get by Date';

/** The parameters of a run for dates. */
export interface DateChoice {
	ledgerIds: string[];
	/** In order, without a gap. */
	dates: string[];
	pageSize?: number;
	limit?: number;
}

/** A date or a range of dates of some ledgers. */
export function randomDates(testBed: TestBed, random: Random): DateChoice {
	const past = testBed.pastDates();
	const from = random.integer(0, past.length - 1);
	const ids = testBed.checkpoints.map(({ ledgerId }) => ledgerId);
	return {
		ledgerIds: random.someOf(ids, random.oneOf([1, 1, 1, 3])),
		dates: past.slice(from, from + random.oneOf([1, 1, 2, 7])),
		pageSize: random.chance(0.5) ? random.integer(2, 60) : undefined,
		limit: random.chance(0.4) ? random.integer(1, 80) : undefined,
	};
}

/** Gets these dates; each input item is a ledger. */
export function dateJob(testBed: TestBed, choice: DateChoice, random: Random): Job {
	const { ledgerIds, dates, limit = Infinity, pageSize } = choice;
	const output = randomOutput(random);
	const isRange = dates.length > 1;
	return {
		operation: OPERATION,
		parameters: {
			resource: 'sale',
			operation: 'getByDate',
			ledgerId: LEDGER_OF_INPUT,
			period: isRange ? 'dateRange' : 'date',
			...(isRange ? { fromDate: dates.at(0), toDate: dates.at(-1) } : { date: dates.at(0) }),
			returnAll: limit === Infinity,
			...(limit !== Infinity && { limit }),
			output,
			options: pageSize === undefined ? {} : { pageSize },
		},
		input: ledgerIds.map((ledgerId) => ({ ledgerId })),
		onError: randomOnError(random),
		ledgerIds,
		check(result, index, checking) {
			if (result.error) return expectNoItems(result, checking);
			const ledgerId = ledgerIds[index] ?? '';
			let left = limit;
			const expected = dates.flatMap((date) => {
				const entries = testBed.truth.salesOfDate(ledgerId, date).slice(0, left);
				left -= entries.length;
				return expectedItems(output, entries, ledgerId, date);
			});
			compareItems(OPERATION, expected, result.items, checking);
		},
	};
}
