import { createDayCache } from '../history/dayCache';
import { createSalesOfDate } from '../history/days';
import type { Merchant } from '../history/merchants/merchant';
import type { Movement } from '../history/money/book';
import type { Sale } from '../history/sales/entries';
import { createLedgerMoney, type LedgerMoney } from './money';
import { createLedgerSales, type LedgerSales } from './sales';
import type { Switches } from './switches';

/** What happened on a ledger, up to the sandbox's clock. */
export interface LedgerBooks {
	sales: LedgerSales;
	money: LedgerMoney;
}

/** What the books of all ledgers follow. */
export interface BooksSetup {
	seed: number;
	switches: Switches;
	/** The clock, in milliseconds since 1970. */
	now: () => number;
}

/** The books of merchants, by ledger. Nothing is worked out before it is asked for. */
export function createBooks(merchants: Merchant[], setup: BooksSetup): Map<string, LedgerBooks> {
	const salesCache = createDayCache<Sale>();
	const moneyCache = createDayCache<Movement>();
	return new Map(
		merchants.map((merchant) => {
			const worked = createSalesOfDate(merchant, setup.seed);
			const salesOfDate = (ledgerDate: string) =>
				salesCache.get(`${merchant.ledgerId} ${ledgerDate}`, () => worked(ledgerDate));
			const sales = createLedgerSales(merchant, salesOfDate, setup);
			const money = createLedgerMoney(merchant, salesOfDate, { ...setup, cache: moneyCache });
			return [merchant.ledgerId, { sales, money }];
		}),
	);
}
