import type { Solution } from '../knownPlaces';
import type { SalesUnit } from '../../wire';
import type { Assortment } from './assortments';
import type { Country } from './countries';

/** Whose a ledger is: all that the ledger list tells. */
export interface LedgerOwner {
	ledgerId: string;
	country: Country;
	/**
	 * Made up so that it can belong to nobody: a wrong check digit, or a number never given out.
	 */
	registration: string;
	/** Likewise. */
	bankAccount: string;
	recipientHandles: string[];
	salesUnits?: SalesUnit[];
}

/**
 * Who sells on a ledger, and how. None of this goes over the wire except through a ledger and its
 * sales.
 */
export interface Merchant extends LedgerOwner {
	/** Ways of selling; one named twice is chosen twice as often. */
	solutions: readonly [Solution, ...Solution[]];
	assortment: Assortment;
	/** What a typed amount may be booked as; none when the merchant has set no category. */
	salesCategory: string | null;
	/** Orders on an ordinary day. */
	ordersPerDay: number;
	closedOnSundays?: boolean;
	/** First and last month in which it sells anything; all year when left out. */
	season?: readonly [number, number];
}
