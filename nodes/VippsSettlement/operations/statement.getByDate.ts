import type { IDataObject } from 'n8n-workflow';

import type { Run } from '../../../vipps/run';
import { errorsOf, readEach, type LedgerResult } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers, type WantedLedger } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import {
	periodFields,
	readInZone,
	readPeriod,
	timeZoneOption,
} from '../../shared/parameters/period';
import { withAccess } from '../../shared/settlement/access';
import { readStatements, type Statements } from '../../shared/settlement/readStatements';

/** What each date of a period began and ended with, and what happened in between. */
export const statementGetByDate: Operation = {
	resource: 'statement',
	option: {
		name: 'Get by Date',
		value: 'getByDate',
		action: 'Get statements by date',
		description: 'Get the opening balance, movements and closing balance of each day',
	},
	subtitle: 'Statements by Date',
	fields: [
		...ledgersFields,
		...periodFields('lastMonth', 'Ledger date'),
		optionsField(maxParallelOption, timeZoneOption),
	],
	async run(itemIndex, run) {
		const choice = readLedgers(this, itemIndex);
		const datesIn = readPeriod(this, itemIndex, 'lastMonth');
		const inZone = readInZone(this, itemIndex);
		const ledgers = (await choice.list(run)).map(inZone);
		const reads = await readEach(
			ledgers,
			run.limiter.maxConcurrency,
			async (ledger) => await readLedger(run, ledger, datesIn(ledger.timeZone)),
		);
		const results = await withAccess(run, reads, (read) => 'count' in read && read.count > 0);
		const failed = new Set(results.filter(({ error }) => error).map(({ ledgerId }) => ledgerId));
		const items = reads.flatMap((read): IDataObject[] =>
			'items' in read && !failed.has(read.ledgerId) ? read.items : [],
		);
		for (const { ledgerDate, isFinal } of items) {
			if (!isFinal) run.hints.count('info', String(ledgerDate), notFinal);
		}
		return { outputs: [items], ...errorsOf(run, results) };
	},
};

const readLedger = async (
	run: Run,
	ledger: WantedLedger,
	ledgerDates: string[],
): Promise<LedgerResult & Statements> => ({
	ledgerId: ledger.ledgerId,
	...(await readStatements(run, ledger, ledgerDates)),
});

const notFinal = (dates: string, count: number) =>
	`${count === 1 ? 'This date is' : `${count} dates are`} not final, so the statement can still change: ${dates}.`;
