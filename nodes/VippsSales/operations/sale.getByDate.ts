import { salesOfDate } from '../../../vipps/api/sales';
import type { SalesEntry } from '../../../vipps/api/salesEntry';
import { complete } from '../../../vipps/paging/take';
import { hintAtDatesInVain, readDates } from '../../shared/dates/readDates';
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
		...periodFields('yesterday', 'Sales day'),
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
		const read = await readDates<SalesEntry, object>(run, dates, wanted.limit, {
			read: async ({ ledgerId }, ledgerDate, limit, toItems) =>
				complete(await salesOfDate(run, ledgerId, ledgerDate).take({ ...wanted, limit }, toItems)),
			toItems: (ledgerId, ledgerDate) => toItemsOf(ledgerId, { ledgerDate }),
		});
		hintAtLimit(run.hints, wanted, read);
		hintAtDatesInVain(run.hints, read, 'sales');
		return {
			outputs: [read.dates.flatMap(({ items }) => items)],
			...errorsOf(run, read.ledgers),
		};
	},
};
