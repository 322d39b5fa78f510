import type { IDataObject } from 'n8n-workflow';

import { createSalesBook } from '../../../accounting/salesBook/salesBook';
import { createVatSummary, type VatSummary } from '../../../accounting/summary/vatSummary';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import type { Run } from '../../../vipps/run';
import type { GrantedLedger } from '../../shared/ledgers/grantedLedgers';
import { hintAtHistoricalFloor } from '../../shared/parameters/period';
import type { SummaryParameters } from '../parameters/summary';
import { readSales } from './readSales';
import { perDay, type VoucherPeriod } from './voucherDates';

/**
 * The sales of a ledger by VAT rate, for each day or for all of them together.
 *
 * @throws NodeApiError as the API does
 */
export async function vatSummaries(
	run: Run,
	ledger: GrantedLedger,
	ledgerDates: string[],
	{ groupBy, isPerPeriod }: SummaryParameters,
): Promise<IDataObject[]> {
	hintAtHistoricalFloor(run.hints, ledgerDates);
	const periods = isPerPeriod ? [wholeOf(ledgerDates)] : perDay(ledgerDates);
	const rows = await mapInOrder(periods, run.limiter.maxConcurrency, async (period) => {
		const book = createSalesBook<VatSummary>({
			...{ ledgerId: ledger.ledgerId, currency: ledger.currency },
			rules: { country: ledger.country ?? 'other', otherRates: [] },
			createSink: (currency) => createVatSummary(currency, groupBy),
		});
		await readSales(run, ledger.ledgerId, period.ledgerDates, book);
		const { from, to, isDay } = period;
		const when: IDataObject = isDay ? { date: to } : { fromDate: from, toDate: to };
		const { ledgerId, unit } = ledger;
		return book.sinks().flatMap((summary) => {
			hintAtFindings(run, `${ledgerId} on ${to}`, summary);
			return summary.rows().map((row) => ({ ...when, ledgerId, ...row, unit }));
		});
	});
	return rows.flat();
}

const wholeOf = (ledgerDates: string[]): VoucherPeriod => ({
	...{ from: ledgerDates[0] ?? '', to: ledgerDates.at(-1) ?? '' },
	...{ isDay: false, ledgerDates },
});

/** Tells what the rows do not show: sales without VAT rate have a row of their own. */
function hintAtFindings({ hints }: Run, place: string, summary: VatSummary): void {
	for (const { code, reason } of summary.findings()) {
		if (code !== 'missingVat') hints.count('warning', `${place} (${reason})`, toLookAt);
	}
}

const toLookAt = (findings: string, count: number): string =>
	`${count === 1 ? 'There is something' : `There are ${count} things`} to look at: ledger ${findings}.`;
