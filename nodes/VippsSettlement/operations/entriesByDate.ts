import type { IDataObject } from 'n8n-workflow';

import { timeZoneOf } from '../../../accounting/currency';
import { todayIn } from '../../../accounting/ledgerDates';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import { operationError } from '../../../vipps/outcome/errors';
import type { Run } from '../../../vipps/run';
import { hintAtDatesInVain, readDates, type DateSource } from '../../shared/dates/readDates';
import { errorsOf } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { hintAtLimit, paginationFields, readPagination } from '../../shared/parameters/pagination';
import {
	periodFields,
	readInZone,
	readPeriod,
	timeZoneOption,
} from '../../shared/parameters/period';
import { withAccess } from '../../shared/settlement/access';
import { readDate } from '../../shared/settlement/readDate';
import {
	customerDataNotice,
	customerDataOption,
	readReportOptions,
	readTransactionShape,
	toTransactions,
	transactionOutputField,
} from '../../shared/settlement/transactions';
import type { EntriesOperation } from './entriesFromFeed';
import { ifNotFinalField, readIfNotFinal } from './ifNotFinal';

/** An operation that reads one of the lists of ledgers on each date of a period. */
export const entriesByDate = ({ list, words, ...shown }: EntriesOperation): Operation => {
	const openDates = openDatesOf(words.many);
	return {
		...shown,
		fields: [
			...ledgersFields,
			...periodFields('yesterday', 'Ledger date'),
			...paginationFields,
			ifNotFinalField,
			transactionOutputField,
			optionsField(customerDataOption, maxParallelOption, timeZoneOption),
			customerDataNotice,
		],
		async run(itemIndex, run) {
			const choice = readLedgers(this, itemIndex);
			const datesIn = readPeriod(this, itemIndex);
			const { limit } = readPagination(this, itemIndex);
			const ifNotFinal = readIfNotFinal(this, itemIndex);
			const shape = readTransactionShape(this, itemIndex);
			const options = readReportOptions(this, itemIndex);
			const inZone = readInZone(this, itemIndex);
			const ledgers = (await choice.list(run)).map(inZone);
			/** Ledgers that have entries, returned or not. */
			const giving = new Set<string>();
			const source: DateSource<ReportEntry, { isFinal: boolean }> = {
				async read({ ledgerId }, ledgerDate, left, toItems) {
					const zone = ledgers.find((ledger) => ledger.ledgerId === ledgerId)?.timeZone;
					const today = todayIn(zone ?? timeZoneOf(undefined));
					const wanted = { ledgerId, list, ledgerDate, today, options };
					const read = await readDate(run, wanted, toItems, left);
					if (read.count > 0) giving.add(ledgerId);
					if (read.isFinal || ifNotFinal === 'return') return read;
					if (ifNotFinal === 'error') throw notFinal(run, words.many, ledgerId, ledgerDate);
					return { ...read, items: [], count: 0, hasMore: false };
				},
				toItems: (ledgerId) =>
					toTransactions(run.hints, {
						...{ ledgerId, list, shape, isFeed: false },
						hasCustomerData: options.includeCustomerData,
					}),
			};
			const dates = ledgers.map(({ ledgerId, timeZone }) => ({
				ledgerId,
				ledgerDates: datesIn(timeZone),
			}));
			const read = await readDates(run, dates, limit, source);
			for (const { items, ledgerDate, isFinal } of read.dates) {
				if (!isFinal) run.hints.count('info', ledgerDate, openDates);
				// If Vipps ever sends a field of this name, its own value stays.
				else for (const item of items) if (item.isFinal === false) item.isFinal = true;
			}
			const results = await withAccess(run, read.ledgers, ({ ledgerId }) => giving.has(ledgerId));
			hintAtLimit(run.hints, { limit }, read);
			hintAtDatesInVain(run.hints, read, words.many);
			return {
				outputs: [read.dates.flatMap(({ items }): IDataObject[] => items)],
				...errorsOf(run, results),
			};
		},
	};
};

const notFinal = (run: Run, entries: string, ledgerId: string, ledgerDate: string) =>
	operationError(
		run.node,
		`The ${entries} of ledger ${ledgerId} on ${ledgerDate} can still change`,
		{
			description:
				"Vipps has not closed this date yet. Try again later, or set 'If Not Final' to 'Return' or 'Skip'.",
		},
	);

const openDatesOf = (entries: string) => (dates: string, count: number) =>
	`${count === 1 ? 'This date is' : `${count} dates are`} not final, so more ${entries} may come: ${dates}.`;
