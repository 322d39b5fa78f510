import type { IExecuteFunctions } from 'n8n-workflow';

import type { SalesAccounts } from '../../../accounting/salesVoucher/accounts';
import { createVoucherBook, totalsIn } from '../../../accounting/salesVoucher/voucherBook';
import type { SalesTotals } from '../../../accounting/salesVoucher/salesDraft';
import { toSalesVoucher } from '../../../accounting/salesVoucher/salesVoucher';
import type { Voucher } from '../../../accounting/voucher/voucher';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import { operationError } from '../../../vipps/outcome/errors';
import type { Run } from '../../../vipps/run';
import type { GrantedLedger } from '../../shared/ledgers/grantedLedgers';
import { hintAtHistoricalFloor } from '../../shared/parameters/period';
import type { VoucherParameters } from '../parameters/readVoucherParameters';
import { readSales } from './readSales';
import { datesThatAreOver, perDay, perMonth, type VoucherPeriod } from './voucherDates';

/** What is wanted of each ledger. */
interface Wanted extends VoucherParameters {
	accounts: SalesAccounts;
}

/**
 * The vouchers of a ledger's sales, by date. Days that are not over have none.
 *
 * @throws NodeApiError as the API does
 * @throws NodeOperationError if a voucher is wanted for a period that is not over, or a sale without VAT is to be an error
 */
export async function salesVouchers(
	context: IExecuteFunctions,
	run: Run,
	ledger: GrantedLedger,
	ledgerDates: string[],
	wanted: Wanted,
): Promise<Voucher[]> {
	hintAtHistoricalFloor(run.hints, ledgerDates);
	const dates = datesThatAreOver(ledgerDates, ledger.timeZone, run.hints);
	const { isPerPeriod } = wanted;
	if (isPerPeriod && dates.length < ledgerDates.length) throw notOver(context, ledger);
	if (isPerPeriod) run.hints.add('warning', NEVER_BOTH);
	const periods = isPerPeriod ? perMonth(dates) : perDay(dates);
	const vouchers = await mapInOrder(
		periods,
		run.limiter.maxConcurrency,
		async (period) => await vouchersOfPeriod(context, run, ledger, period, wanted),
	);
	return vouchers.flat();
}

async function vouchersOfPeriod(
	context: IExecuteFunctions,
	run: Run,
	ledger: GrantedLedger,
	period: VoucherPeriod,
	{ accounts, keepsReferences, template }: Wanted,
): Promise<Voucher[]> {
	const book = createVoucherBook({ ...ledger, accounts, keepsReferences });
	await readSales(run, ledger.ledgerId, period.ledgerDates, book);
	const totals = totalsIn(book);
	if (accounts.missingVat === 'error') refuseMissingVat(context, ledger, period, totals);
	const posted = totals.filter(({ lines }) => lines.length > 0);
	const place = `${ledger.ledgerId} on ${period.to}`;
	if (book.count() === 0) run.hints.count('info', place, withoutSales);
	else if (posted.length === 0) run.hints.count('warning', place, nothingPosted);
	return posted.map((each) => toSalesVoucher(each, ledger, period, template));
}

/** @throws NodeOperationError for sales without VAT */
function refuseMissingVat(
	context: IExecuteFunctions,
	{ ledgerId }: GrantedLedger,
	{ to }: VoucherPeriod,
	totals: SalesTotals[],
): void {
	const missing = totals.flatMap(({ findings }) =>
		findings.filter(({ code }) => code === 'missingVat'),
	);
	if (missing.length === 0) return;
	const reasons = missing.map(({ reason }) => reason).join('; ');
	throw operationError(
		context.getNode(),
		`Could not prepare the voucher of ledger ${ledgerId} on ${to}`,
		{
			description: `${reasons}. To get the voucher for review instead, set 'Missing VAT' to 'Post to Interim Account'.`,
		},
	);
}

const notOver = (context: IExecuteFunctions, { ledgerId }: GrantedLedger) =>
	operationError(context.getNode(), `The period is not over for ledger ${ledgerId}`, {
		description:
			"A voucher for a whole period needs all of its days. Select an earlier 'Period', or set 'Voucher Per' to 'Day'.",
	});

const NEVER_BOTH =
	'Never post vouchers per day and per period for the same dates: the sales would be booked twice.';

const withoutSales = (places: string, count: number): string =>
	count === 1
		? `There were no sales on ledger ${places}, so there is no voucher.`
		: `${count} vouchers were left out, since there were no sales: ledger ${places}.`;

const nothingPosted = (places: string, count: number): string =>
	`${count === 1 ? 'A voucher was' : `${count} vouchers were`} left out, since Vipps sent only entries without an amount or of an unknown type: ledger ${places}.`;
