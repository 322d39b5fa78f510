import { countryFacts } from '../history/merchants/countries';
import type { Merchant } from '../history/merchants/merchant';
import type { Ledger } from '../wire';

/** A merchant's ledger as the ledger list gives it (Report API guide, Get ledgers). */
export function ledgerOf(merchant: Merchant): Ledger {
	const facts = countryFacts[merchant.country];
	return {
		ledgerId: merchant.ledgerId,
		currency: facts.currency,
		payoutBankAccount: { scheme: facts.bankScheme, id: merchant.bankAccount },
		owner: { scheme: facts.ownerScheme, id: merchant.registration },
		settlesForRecipientHandles: [...merchant.recipientHandles],
		...(merchant.salesUnits && { salesUnits: merchant.salesUnits.map((unit) => ({ ...unit })) }),
	};
}

/** The ledgers that settle for any of these handles; all of them when no handle is named. */
export function ledgersFor(ledgers: Ledger[], handles: string[]): Ledger[] {
	if (handles.length === 0) return ledgers;
	return ledgers.filter((ledger) =>
		ledger.settlesForRecipientHandles.some((handle) => handles.includes(handle)),
	);
}
