import { balanced, cutText, type Voucher, type VoucherLedger } from '../voucher/voucher';
import { voucherKey } from '../voucher/voucherKey';
import type { SalesTotals } from './salesDraft';

/** The dates of a voucher. */
export interface VoucherDates {
	/** `YYYY-MM-DD` */
	from: string;
	to: string;
	/** Whether it is for a single day. */
	isDay: boolean;
}

/**
 * The voucher of sales, dated on its last date. Sales in another currency than the ledger's have a voucher of their own.
 *
 * @param template of the text, with {date} and {unit}
 * @throws Error if it does not balance
 */
export function toSalesVoucher(
	totals: SalesTotals,
	ledger: VoucherLedger,
	{ from, to, isDay }: VoucherDates,
	template: string,
): Voucher {
	const { currency, lines, findings, contentHash, sales, refunds, references } = totals;
	const isOwn = currency === ledger.currency;
	const dates = isDay ? to : `${from}_${to}`;
	const key = [dates, 'sales', ...(isOwn ? [] : [currency ?? 'none'])];
	const { ledgerId, unit, organisationNumber } = ledger;
	const words: Record<string, string> = { date: isDay ? to : `${from} to ${to}`, unit };
	return balanced({
		key: voucherKey(ledgerId, ...key),
		kind: 'sales',
		date: to,
		ledgerId,
		unit,
		organisationNumber,
		currency,
		text: cutText(template.replace(/\{(date|unit)\}/g, (_, word: string) => words[word] ?? '')),
		lines,
		findings,
		contentHash,
		vatRoundingDifference: totals.vatRoundingDifference,
		more: { sales, refunds, ...(references.length > 0 ? { references } : {}) },
	});
}
