import { startOfLedgerDate } from '../calendar';
import { countryFacts } from '../merchants/countries';
import type { Merchant } from '../merchants/merchant';
import { randomOf } from '../random';
import type { Draft } from './draft';
import type { Terms } from './terms';

const HOUR = 3_600_000;

/** The fees of a date's captures, and those that only come on the next date. */
export interface Fees {
	today: Draft[];
	late: Draft[];
}

/** A fee for each capture; about one in twenty is late. */
export function feesOf({ feeRate }: Terms, captures: Draft[], seed: number): Fees {
	const today: Draft[] = [];
	const late: Draft[] = [];
	for (const capture of captures) {
		const amount = Math.round((capture.amount * feeRate) / 10_000);
		if (capture.entryType !== 'capture' || amount === 0) continue;
		const isLate = randomOf(seed, String(capture.pspReference), 'fee').chance(0.05);
		const fee = { ...capture, at: capture.at + 1000, entryType: 'capture-fee', amount: -amount };
		(isLate ? late : today).push(fee);
	}
	return { today, late };
}

/** Late fees in the morning of the date on which they come. */
export function inTheMorning(merchant: Merchant, ledgerDate: string, late: Draft[]): Draft[] {
	const begin = startOfLedgerDate(ledgerDate, countryFacts[merchant.country].timeZone);
	return late.map((fee) => ({ ...fee, at: begin + 8 * HOUR }));
}
