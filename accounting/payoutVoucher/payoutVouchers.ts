import { currencyOf } from '../currency';
import { formatAmount, toMajorUnits } from '../money';
import { bankTextOf } from '../settlement/bank';
import { payoutNumberOf, type Movement, type MovementKind } from '../settlement/movement';
import type { MonthOfGroup } from '../settlement/months';
import type { PayoutGroup } from '../settlement/payouts';
import type { Finding } from '../voucher/findings';
import { balanced, cutText, type Voucher, type VoucherLedger } from '../voucher/voucher';
import { voucherKey } from '../voucher/voucherKey';
import type { PayoutAccounts } from './accounts';
import { payoutLines } from './payoutLines';

/** A group that ends with its payout. */
type PaidGroup = PayoutGroup & { payout: Movement };

/**
 * The vouchers of a payout: fees and everything else on funds that the sales vouchers do not book. What is dated in an earlier calendar month
 * has a voucher of its own, dated on the last ledger date in that month, so that each month can be closed. A voucher without lines is not made.
 *
 * @param handles those that the ledger settles for
 */
export function payoutVouchers(
	group: PaidGroup,
	ledger: VoucherLedger & { handles: readonly string[] },
	accounts: PayoutAccounts,
): Voucher[] {
	const ofPayout = group.payout.ledgerDate.slice(0, 'YYYY-MM'.length);
	return group.months.flatMap((month) => {
		const lines = payoutLines(month.totals, accounts);
		if (lines.length === 0) return [];
		const { ledgerId, unit, organisationNumber } = ledger;
		const number = payoutNumberOf(group.payout) ?? group.payout.ledgerDate;
		const isOwn = month.month === ofPayout;
		const key = [number, 'payout', ...(isOwn ? [] : [month.month])];
		return balanced({
			key: voucherKey(ledgerId, ...key),
			kind: 'payout',
			date: isOwn ? group.payout.ledgerDate : month.lastDate,
			...{ ledgerId, unit, organisationNumber, currency: group.currency },
			text: cutText(`Vipps payout ${number}`),
			lines,
			findings: findingsOf(group, month),
			contentHash: month.hash?.digest() ?? '',
			vatRoundingDifference: 0,
			more: fieldsOf(group, ledger.handles),
		});
	});
}

function fieldsOf(group: PaidGroup, handles: readonly string[]): Voucher['more'] {
	const { payout, opening, currency, ledgerDates } = group;
	const { decimals } = currencyOf(currency);
	return {
		payoutNumber: payoutNumberOf(payout),
		fromDate: ledgerDates[0] ?? null,
		toDate: ledgerDates.at(-1) ?? null,
		opening: toMajorUnits(opening, decimals),
		payout: toMajorUnits(0 - payout.amount, decimals),
		bankText: bankTextOf(group, handles),
	};
}

/** What of each kind a person has to look at: how one is called, and how several. */
const nouns: Partial<Record<MovementKind, [one: string, several: string]>> = {
	disputes: ['disputed sale', 'disputed sales'],
	corrections: ['correction by Vipps', 'corrections by Vipps'],
	topUps: ['top-up', 'top-ups'],
	other: ['entry of a type without an account', 'entries of types without an account'],
};

function findingsOf(group: PaidGroup, { totals, unknownTypes }: MonthOfGroup): Finding[] {
	const { decimals } = currencyOf(group.currency);
	const findings: Finding[] = [];
	for (const [kind, [one, several]] of Object.entries(nouns)) {
		const { count, amount } = totals[kind as MovementKind];
		if (count === 0) continue;
		const which = kind === 'other' ? `: ${[...unknownTypes].sort().join(', ')}` : '';
		const shown = formatAmount(amount, decimals);
		const who =
			count === 1 ? `1 ${one} of ${shown} is` : `${count} ${several}, ${shown} in total, are`;
		const code = kind === 'other' ? 'unknownType' : kind;
		findings.push({ code, count, amount, reason: `${who} on the interim account${which}` });
	}
	if (group.finding !== null) {
		const reason = `The payout does not add up: ${group.finding}`;
		findings.push({ code: 'doesNotAddUp', count: 1, amount: 0 - group.payout.amount, reason });
	}
	return findings.sort((first, second) => (first.code < second.code ? -1 : 1));
}
