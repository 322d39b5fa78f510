/** What a user is told if no merchant has given these keys access yet. */
export const NO_ACCESS = 'These keys may not read any ledger yet';

/** Completes "… merchant …": who grants access, and where. */
export const HOW_TO_GRANT =
	'merchant has to grant access in the Vipps MobilePay business portal, under Reports → Accounting partners.';
