/** The countries in which Vipps MobilePay settles, as far as the sandbox plays them. */
export type Country = 'NO' | 'DK' | 'FI';

/** What differs from country to country on a ledger. */
export interface CountryFacts {
	currency: string;
	/** A ledger date runs from midnight to midnight here (Report API guide, settlement process). */
	timeZone: string;
	/** Scheme of `payoutBankAccount` (Report API guide; Management API spec). */
	bankScheme: string;
	/** Scheme of `owner` (Report API guide; Management API spec). */
	ownerScheme: string;
}

/** The facts of each country. */
export const countryFacts: Readonly<Record<Country, CountryFacts>> = {
	NO: {
		currency: 'NOK',
		timeZone: 'Europe/Oslo',
		bankScheme: 'BBAN:NO',
		ownerScheme: 'business:NO:ORG',
	},
	DK: {
		currency: 'DKK',
		timeZone: 'Europe/Copenhagen',
		bankScheme: 'BBAN:DK',
		ownerScheme: 'business:DK:CVR',
	},
	FI: {
		currency: 'EUR',
		timeZone: 'Europe/Helsinki',
		bankScheme: 'BBAN:FI',
		ownerScheme: 'business:FI:Y-tunnus',
	},
};
