import { errorsOf } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { outputField, readOutput } from '../../shared/parameters/output';
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
import { readDates } from './readDates';

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
		const dates = ledgers.map(({ ledgerId, timeZone }) => {
			const ledgerDates = datesIn(timeZone);
			hintAtHistoricalFloor(run.hints, ledgerDates);
			return { ledgerId, ledgerDates };
		});
		const read = await readDates(run, dates, wanted, toItemsOf);
		hintAtLimit(run.hints, wanted, read);
		if (read.datesInVain > 0) run.hints.add('info', readInVain(read.datesInVain));
		return { outputs: [read.items], ...errorsOf(run, read.ledgers) };
	},
};

const readInVain = (count: number) =>
	`The limit was reached while ${count} more ${count === 1 ? 'date was' : 'dates were'} being read. Their sales are not returned.`;
