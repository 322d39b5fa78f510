import { createDayCache } from '../history/dayCache';
import { createSalesOfDate } from '../history/days';
import { createFixtureBook, type Fixture } from '../history/fixtures/fixture';
import type { Merchant } from '../history/merchants/merchant';
import { createMoneyBook } from '../history/money/book';
import type { Movement } from '../history/money/movement';
import type { Topic } from '../wire';
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

/** The books of merchants and fixtures, by ledger. Nothing is worked out before it is asked for. */
export function createBooks(
	merchants: readonly Merchant[],
	fixtures: readonly Fixture[],
	setup: BooksSetup,
): Map<string, LedgerBooks> {
	const salesCache = createDayCache<Sale[]>((sales) => sales.length);
	const moneyCache = createDayCache<Record<Topic, Movement[]>>(
		({ funds, fees }) => funds.length + fees.length,
	);
	const ofMerchant = (merchant: Merchant): LedgerBooks => {
		const worked = createSalesOfDate(merchant, setup.seed);
		const salesOfDate = (ledgerDate: string) =>
			salesCache.get(`${merchant.ledgerId} ${ledgerDate}`, () => worked(ledgerDate));
		const book = createMoneyBook(merchant, setup.seed, worked, moneyCache);
		return {
			sales: createLedgerSales(merchant, salesOfDate, setup),
			money: createLedgerMoney(merchant, book, setup),
		};
	};
	const ofFixture = (fixture: Fixture): LedgerBooks => ({
		sales: createLedgerSales(fixture.owner, () => [], setup),
		money: createLedgerMoney(fixture.owner, createFixtureBook(fixture), setup),
	});
	return new Map([
		...merchants.map((merchant) => [merchant.ledgerId, ofMerchant(merchant)] as const),
		...fixtures.map((fixture) => [fixture.owner.ledgerId, ofFixture(fixture)] as const),
	]);
}
