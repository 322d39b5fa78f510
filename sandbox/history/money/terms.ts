import { SEASONAL_LEDGER_ID } from '../knownPlaces';
import type { Merchant } from '../merchants/merchant';
import { weekday } from '../calendar';

/** On what terms a merchant is paid out. */
export interface Terms {
	payout: 'daily' | 'weekly' | 'monthly';
	/** Hundredths of a percent of each capture. */
	feeRate: number;
	/** Fees are invoiced once a month instead of being kept back. */
	hasGrossSettlement: boolean;
	/** Hundredths of a percent of each payout that Vipps holds back, as a rolling reserve. */
	reserveRate: number;
	/** Web sales on an ordinary day: money without a sale in the Sales API. */
	webSalesPerDay: number;
}

const usual: Terms = {
	payout: 'daily',
	feeRate: 175,
	hasGrossSettlement: false,
	reserveRate: 0,
	webSalesPerDay: 0,
};

const ofLedger: Readonly<Record<string, Partial<Terms>>> = {
	'302334': { payout: 'weekly' },
	'310488': { payout: 'monthly', webSalesPerDay: 4 },
	'451207': { hasGrossSettlement: true, feeRate: 99 },
	'602118': { reserveRate: 1000, feeRate: 120 },
	[SEASONAL_LEDGER_ID]: { feeRate: 120 },
};

/** The terms of a merchant: daily payouts and fees that are kept back, unless others are agreed. */
export const termsOf = ({ ledgerId }: Merchant): Terms => ({ ...usual, ...ofLedger[ledgerId] });

/** Whether the night into this date is one of payout: weekly on Monday, monthly on the 1st. */
export function isPayoutDue({ payout }: Terms, nextDate: string): boolean {
	if (payout === 'daily') return true;
	return payout === 'weekly' ? weekday(nextDate) === 1 : nextDate.endsWith('-01');
}

/** Whether the night into this date ends a month, for which fees are invoiced. */
export const isMonthEnd = (nextDate: string): boolean => nextDate.endsWith('-01');
