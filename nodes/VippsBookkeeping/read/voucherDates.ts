import { todayIn } from '../../../accounting/ledgerDates';
import type { VoucherDates } from '../../../accounting/salesVoucher/salesVoucher';
import type { Hints } from '../../../vipps/hints';

/** The dates that one voucher is for. */
export interface VoucherPeriod extends VoucherDates {
	ledgerDates: string[];
}

/** The dates that are over where the merchant is, with a hint at the others: what is sold on them is not known yet. */
export function datesThatAreOver(ledgerDates: string[], timeZone: string, hints: Hints): string[] {
	const today = todayIn(timeZone);
	const isOver = (date: string) => date < today;
	for (const date of ledgerDates) if (!isOver(date)) hints.count('info', date, notOver);
	return ledgerDates.filter(isOver);
}

/** A voucher for each day. */
export const perDay = (ledgerDates: string[]): VoucherPeriod[] =>
	ledgerDates.map((date) => ({ from: date, to: date, isDay: true, ledgerDates: [date] }));

/** A voucher for each calendar month. */
export function perMonth(ledgerDates: string[]): VoucherPeriod[] {
	const monthOf = (date: string) => date.slice(0, 'YYYY-MM'.length);
	return [...new Set(ledgerDates.map(monthOf))].map((month) => {
		const dates = ledgerDates.filter((date) => monthOf(date) === month);
		return { from: dates[0] ?? '', to: dates.at(-1) ?? '', isDay: false, ledgerDates: dates };
	});
}

const notOver = (dates: string, count: number): string =>
	`${count === 1 ? 'This day is' : `${count} days are`} not over yet and ${count === 1 ? 'has' : 'have'} no voucher: ${dates}.`;
