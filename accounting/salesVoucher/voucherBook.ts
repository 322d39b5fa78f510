import { createSalesBook, type SalesBook, type SalesBookOptions } from '../salesBook/salesBook';
import { rateRulesOf, type SalesAccounts } from './accounts';
import { createSalesDraft, type SalesDraft, type SalesTotals } from './salesDraft';

/** What a voucher is of. */
interface VoucherBookOptions extends Pick<SalesBookOptions<SalesDraft>, 'ledgerId' | 'currency'> {
	accounts: SalesAccounts;
	keepsReferences?: boolean;
}

/** The book that vouchers are made from. */
export function createVoucherBook(options: VoucherBookOptions): SalesBook<SalesDraft> {
	const { accounts, keepsReferences = false, ...ledger } = options;
	return createSalesBook({
		...ledger,
		rules: rateRulesOf(accounts),
		ignoresVat: accounts.vatPosting === 'none',
		createSink: (currency) => createSalesDraft(currency, accounts, keepsReferences),
	});
}

/** What the sales of each currency come to; only those with sales or refunds. */
export const totalsIn = (book: SalesBook<SalesDraft>): SalesTotals[] =>
	book
		.sinks()
		.map((draft) => draft.totals())
		.filter(({ sales, refunds }) => sales + refunds > 0);
