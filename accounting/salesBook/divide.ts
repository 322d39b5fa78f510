import type { SalesEntry } from '../../vipps/api/salesEntry';
import type { Sale } from '../sale/readSale';
import { breakDown } from '../vat/breakdown';
import { ratesOf } from '../vat/rates';
import type { SalesAccounts } from '../salesVoucher/accounts';
import type { DividedSale } from '../salesVoucher/postSale';

/** A sale by the VAT rates that it can have: those of its country on its date, else those with an account. */
export function divide(
	entry: SalesEntry,
	sale: Sale,
	gross: number,
	ledgerDate: string,
	{ country, rows }: SalesAccounts,
): DividedSale {
	const { isRefund } = sale;
	const rates =
		country === 'other'
			? [...new Set(rows.map(({ rate }) => rate))]
			: ratesOf(country, isRefund ? undefined : ledgerDate);
	return { entry, gross, isRefund, ledgerDate, breakdown: breakDown(entry, sale, gross, rates) };
}

/** The currency of an entry, in capitals; null if it has none. */
export const currencyCodeOf = ({ currency }: SalesEntry): string | null =>
	typeof currency === 'string' && currency.trim() !== '' ? currency.trim().toUpperCase() : null;
