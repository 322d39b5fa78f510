import { DateTime } from 'luxon';

import { payoutNumberOf } from './movement';
import type { PayoutGroup } from './payouts';

/**
 * The text of a payout on the bank statement: as Vipps sent it, else built as Norwegian banks show it. Null if it can't be known: in
 * Denmark and Finland, or without a payout number and a single number to pay to.
 *
 * @param handles those that the ledger settles for
 */
export function bankTextOf(
	{ payout, handles: used }: PayoutGroup,
	handles: readonly string[],
): string | null {
	if (!payout) return null;
	const sent = textOf(payout.entry.reference);
	if (sent) return sent;
	if (payout.entry.currency !== 'NOK') return null;
	const number = payoutNumberOf(payout);
	const handle =
		textOf(payout.entry.recipientHandle) || onlyOne([...used].map(textOf)) || onlyOne(handles);
	const digits = /(\d+)$/.exec(handle)?.[1];
	return number !== null && digits ? `Utb. ${number} Vippsnr ${digits}` : null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function onlyOne(texts: readonly string[]): string {
	const [first = '', ...others] = new Set(texts.filter(Boolean));
	return others.length === 0 ? first : '';
}

const TUESDAY = 2;
const FRIDAY = 5;

/**
 * When a payout is likely to be at the bank, `YYYY-MM-DD`: an estimate, since the API has no date for it, and holidays are not known here. In
 * Norway two weekdays after the ledger date, in Denmark and Finland one; payouts of Friday to Sunday come on Tuesday.
 */
export function expectedBankDate(ledgerDate: string, currency: unknown): string | null {
	const date = DateTime.fromISO(ledgerDate, { zone: 'utc' });
	if (!date.isValid) return null;
	if (date.weekday >= FRIDAY) return isoDate(date.plus({ weeks: 1 }).set({ weekday: TUESDAY }));
	const days = currency === 'NOK' ? 2 : 1;
	const due = date.plus({ days });
	return isoDate(due.weekday > FRIDAY ? due.plus({ days: 2 }) : due);
}

const isoDate = (date: DateTime): string | null => date.toISODate();
