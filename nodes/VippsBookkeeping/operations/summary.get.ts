import { errorsOf, readEach } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import {
	periodFields,
	readInZone,
	readPeriod,
	timeZoneOption,
} from '../../shared/parameters/period';
import { groupByField, perField, readSummaryParameters } from '../parameters/summary';
import { vatSummaries } from '../read/vatSummaries';
import { ledgersOfAnyCountry } from '../read/voucherLedgers';

/** What was sold by VAT rate. */
export const summaryGet: Operation = {
	resource: 'summary',
	option: {
		name: 'Get VAT Summary',
		value: 'get',
		action: 'Get VAT summary',
		description: 'Get sales, refunds and VAT of each VAT rate',
	},
	subtitle: 'VAT Summary',
	fields: [
		...ledgersFields,
		...periodFields('yesterday', 'Sales day'),
		perField,
		groupByField,
		optionsField(maxParallelOption, timeZoneOption),
	],
	async run(itemIndex, run) {
		const choice = readLedgers(this, itemIndex);
		const datesIn = readPeriod(this, itemIndex);
		const inZone = readInZone(this, itemIndex);
		const wanted = readSummaryParameters(this, itemIndex);
		const ledgers = await ledgersOfAnyCountry(run, choice);
		const results = await readEach(ledgers, run.limiter.maxConcurrency, async (ledger) => {
			if ('error' in ledger) return ledger;
			const dates = datesIn(ledger.timeZone);
			return { ...ledger, rows: await vatSummaries(run, inZone(ledger), dates, wanted) };
		});
		const rows = results.flatMap((read) => ('rows' in read ? read.rows : []));
		return { outputs: [rows], ...errorsOf(run, results) };
	},
};
