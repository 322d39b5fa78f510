import type { Ledger } from '../wire';

/** The API keys of one sales unit, as its merchant finds them in the business portal (knowledge base, API keys). */
export interface SalesUnitKeys {
	clientId: string;
	clientSecret: string;
	subscriptionKey: string;
	/** The number of the sales unit: 654321 of `api:654321`. */
	merchantSerialNumber: string;
}

/** Life of a token of such keys, in seconds (Access token guide). */
export const SALES_UNIT_TOKEN_LIFE_S = 86_398;

/** The keys of one sales unit of the ledger that has several. They stay the same. */
export const salesUnitKeys: Readonly<SalesUnitKeys> = {
	clientId: 'sandbox-sales-unit',
	clientSecret: 'sandbox-sales-unit-secret',
	subscriptionKey: 'sandbox-subscription-key',
	merchantSerialNumber: '654321',
};

/** The ledgers that settle for a sales unit. */
export const ledgersOfUnit = (ledgers: Ledger[], { merchantSerialNumber }: SalesUnitKeys) =>
	ledgers.filter(({ settlesForRecipientHandles }) =>
		settlesForRecipientHandles.includes(`api:${merchantSerialNumber}`),
	);
