/**
 * Places in the sandbox's history that a test or a demo can count on, whatever the seed.
 */

/** A ledger date with more than 5000 entries: more pages than one, at every page size. */
export const BUSY_DATE = { ledgerId: '302321', ledgerDate: '2026-05-16' } as const;

/** Orders on the busy date. */
export const BUSY_DATE_ORDERS = 5200;

/** A kiosk that is open from May to August: nothing at all in March, April and after August. */
export const SEASONAL_LEDGER_ID = '602745';

/**
 * The ledger whose `salesUnits` is missing. Its id begins with a zero, which a number would lose.
 */
export const LEDGER_ID_WITHOUT_SALES_UNITS = '0451893';

/** The ledger with several sales units. */
export const LEDGER_ID_WITH_SEVERAL_SALES_UNITS = '310488';

/**
 * Orders whose reference begins so are wrong on purpose: `amounts.gross` is 1 more than its lines
 * add up to. There is one on the first day of each month on most ledgers that sell by lines. Every
 * other entry adds up.
 */
export const BROKEN_SUM_PREFIX = 'sandbox-broken-sum-';

/**
 * Earliest sale of each solution, UTC (Sales API guide, historical data availability). Nothing
 * exists before.
 */
export const HISTORY_BEGINS = {
	MPOS: '2026-03-09T12:45:00Z',
	VARIABLE_AMOUNT: '2026-03-16T09:28:00Z',
	SHOPPING_BASKET: '2026-04-22T11:04:00Z',
} as const;

/** A ledger date of the fixtures: in the Report API guide, with all of its entries. */
export const DOCUMENTED_DAY = { ledgerId: '12345', ledgerDate: '2022-10-01' } as const;

/** Ledger dates of the fixtures that were seen in production. */
export const PRODUCTION_DAYS = [
	{ ledgerId: '460017', ledgerDate: '2026-03-23' },
	{ ledgerId: '21630', ledgerDate: '2026-08-31' },
] as const;

/**
 * Ledger dates of the fixtures: the first is paid out, the second ends below zero, and the payout of
 * the third covers both (Report API guide).
 */
export const DATES_OF_ONE_PAYOUT = {
	ledgerId: '20100',
	ledgerDates: ['2026-09-01', '2026-09-02', '2026-09-03'],
} as const;

/** A way of selling that the Sales API reports. */
export type Solution = keyof typeof HISTORY_BEGINS;
