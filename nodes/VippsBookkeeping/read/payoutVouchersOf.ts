import { formatAmount } from '../../../accounting/money';
import { currencyOf } from '../../../accounting/currency';
import type { PayoutAccounts } from '../../../accounting/payoutVoucher/accounts';
import { payoutVouchers } from '../../../accounting/payoutVoucher/payoutVouchers';
import { payoutNumberOf } from '../../../accounting/settlement/movement';
import type { PayoutGroup } from '../../../accounting/settlement/payouts';
import type { Voucher } from '../../../accounting/voucher/voucher';
import type { Hints } from '../../../vipps/hints';
import type { Run } from '../../../vipps/run';
import type { GrantedLedger } from '../../shared/ledgers/grantedLedgers';
import { readPayouts } from '../../shared/settlement/readPayouts';

/**
 * The vouchers of the payouts of a ledger whose ledger date is one of these.
 *
 * @throws NodeApiError as the API does
 */
export async function payoutVouchersOf(
	run: Run,
	ledger: GrantedLedger,
	ledgerDates: string[],
	accounts: PayoutAccounts,
): Promise<Voucher[]> {
	const { payouts } = await readPayouts(run, ledger, ledgerDates, { keepsHash: true });
	const [from = ''] = ledgerDates;
	return payouts.flatMap(({ group }) => {
		const { payout } = group;
		if (!payout) return [];
		hintAtBeginning(run.hints, ledger, group, from);
		const vouchers = payoutVouchers({ ...group, payout }, ledger, accounts);
		if (vouchers.length === 0) hintAtNothing(run.hints, ledger, group);
		return vouchers;
	});
}

/** Sales before the period are in the payout, too. */
function hintAtBeginning(
	hints: Hints,
	{ ledgerId }: GrantedLedger,
	{ ledgerDates, opening, currency }: PayoutGroup,
	from: string,
): void {
	const [first = from] = ledgerDates;
	if (first >= from) return;
	const balance = formatAmount(opening ?? 0, currencyOf(currency).decimals);
	hints.add(
		'info',
		`The first payout of ledger ${ledgerId} begins on ${first}, before the period. Prepare the sales from ${first} too, or book the opening balance of ${balance} once.`,
	);
}

/** A payout that does not add up is told even if nothing of it is booked. */
function hintAtNothing(
	hints: Hints,
	{ ledgerId }: GrantedLedger,
	{ payout, finding }: PayoutGroup,
): void {
	const number = (payout && payoutNumberOf(payout)) ?? payout?.ledgerDate;
	const place = `${ledgerId}-${number}`;
	if (finding === null) hints.count('info', place, nothingToBook);
	else
		hints.add(
			'warning',
			`Payout ${place} does not add up, and there is nothing to book: ${finding}.`,
		);
}

const nothingToBook = (payouts: string, count: number): string =>
	`${count === 1 ? 'A payout has' : `${count} payouts have`} no voucher, since nothing but sales is in it: ${payouts}.`;
