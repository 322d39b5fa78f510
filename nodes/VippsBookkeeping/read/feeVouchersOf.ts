import {
	feePaymentIn,
	feeVoucher,
	type FeePayment,
} from '../../../accounting/payoutVoucher/feeVoucher';
import type { PayoutAccounts } from '../../../accounting/payoutVoucher/accounts';
import type { Movement } from '../../../accounting/settlement/movement';
import type { Voucher } from '../../../accounting/voucher/voucher';
import type { Hints } from '../../../vipps/hints';
import type { Run } from '../../../vipps/run';
import type { GrantedLedger } from '../../shared/ledgers/grantedLedgers';
import { ledgerReader, type LedgerReader } from '../../shared/settlement/ledgerReader';
import { readMovements } from '../../shared/settlement/readGroups';

/** Fees are paid every month, so that the last payment is not longer ago. */
const LONGEST_PAYMENT_DAYS = 62;

/**
 * The vouchers of the fees of a ledger, for each of these dates that is over. A ledger whose fees are invoiced has none: the invoice is the
 * voucher.
 *
 * @throws NodeApiError as the API does
 */
export async function feeVouchersOf(
	run: Run,
	ledger: GrantedLedger,
	ledgerDates: string[],
	accounts: PayoutAccounts,
): Promise<Voucher[]> {
	const reader = ledgerReader(run, ledger, 'fees', async (wanted) => ({
		ledgerDate: wanted.ledgerDate,
		fees: await readMovements(run, wanted),
	}));
	const dates = ledgerDates.filter((date) => date < reader.today);
	const [from] = dates;
	if (from === undefined) return [];
	const days = await reader.dates(dates);
	if (days.every(({ fees }) => fees.length === 0)) return [];
	const payment = await paymentOf(reader, from, days);
	if (payment === 'invoiced') {
		run.hints.count('info', ledger.ledgerId, invoiced);
		return [];
	}
	return days.flatMap(({ ledgerDate, fees }) => {
		const voucher = feeVoucher(ledgerDate, fees, payment, ledger, accounts);
		if (!voucher) return [];
		if (voucher.lines.length > 0) return [voucher];
		noteUnposted(run.hints, voucher);
		return [];
	});
}

/** The fees of a ledger date. */
interface Day {
	ledgerDate: string;
	fees: Movement[];
}

/** How the fees were paid last, on these dates or before them. */
async function paymentOf(
	reader: LedgerReader<Day>,
	from: string,
	days: Day[],
): Promise<FeePayment | undefined> {
	const found = feePaymentIn(days.flatMap(({ fees }) => fees));
	if (found !== undefined) return found;
	const { reads } = await reader.back(from, (latestFirst) => {
		const last = latestFirst.at(-1);
		const isFound = last !== undefined && feePaymentIn(last.fees) !== undefined;
		return isFound || latestFirst.length >= LONGEST_PAYMENT_DAYS;
	});
	return feePaymentIn(reads.flatMap(({ fees }) => fees));
}

const invoiced = (ledgers: string, count: number): string =>
	`The fees of ${count === 1 ? 'ledger' : `${count} ledgers:`} ${ledgers} are invoiced. Book the invoices; there are no vouchers of fees.`;

function noteUnposted(hints: Hints, { ledgerId, date, findings }: Voucher): void {
	const reasons = findings.map(({ reason }) => reason).join('; ');
	hints.add(
		'warning',
		`Nothing of the fees of ledger ${ledgerId} on ${date} could be booked: ${reasons}.`,
	);
}
