import type { SalesEntry } from '../../vipps/api/salesEntry';
import type { Sale } from '../sale/readSale';
import { breakDown, type Breakdown } from '../vat/breakdown';
import { ratesOf, type Country } from '../vat/rates';

/** The VAT rates that sales can have. */
export interface RateRules {
	country: Country;
	/** In another country: every rate that has an account, in basis points. */
	otherRates: readonly number[];
}

/** A sale whose VAT is known as far as it can be. */
export interface DividedSale {
	entry: SalesEntry;
	gross: number;
	isRefund: boolean;
	/** `YYYY-MM-DD` */
	ledgerDate: string;
	breakdown: Breakdown;
}

/** A sale by the VAT rates that it can have: those of its country on its date. */
export function divide(
	entry: SalesEntry,
	sale: Sale,
	gross: number,
	ledgerDate: string,
	{ country, otherRates }: RateRules,
): DividedSale {
	const { isRefund } = sale;
	const rates =
		country === 'other' ? otherRates : ratesOf(country, isRefund ? undefined : ledgerDate);
	return { entry, gross, isRefund, ledgerDate, breakdown: breakDown(entry, sale, gross, rates) };
}

/** The currency of an entry, in capitals; null if it has none. */
export const currencyCodeOf = ({ currency }: SalesEntry): string | null =>
	typeof currency === 'string' && currency.trim() !== '' ? currency.trim().toUpperCase() : null;
