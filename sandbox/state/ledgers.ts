import { countryFacts } from '../history/merchants/countries';
import type { LedgerOwner } from '../history/merchants/merchant';
import type { Ledger } from '../wire';

/** A ledger as the ledger list gives it (Report API guide, Get ledgers). */
export function ledgerOf(owner: LedgerOwner): Ledger {
	const facts = countryFacts[owner.country];
	return {
		ledgerId: owner.ledgerId,
		currency: facts.currency,
		payoutBankAccount: { scheme: facts.bankScheme, id: owner.bankAccount },
		owner: { scheme: facts.ownerScheme, id: owner.registration },
		settlesForRecipientHandles: [...owner.recipientHandles],
		...(owner.salesUnits && { salesUnits: owner.salesUnits.map((unit) => ({ ...unit })) }),
	};
}

/** The ledgers that settle for any of these handles; all of them when no handle is named. */
export function ledgersFor(ledgers: Ledger[], handles: string[]): Ledger[] {
	if (handles.length === 0) return ledgers;
	return ledgers.filter((ledger) =>
		ledger.settlesForRecipientHandles.some((handle) => handles.includes(handle)),
	);
}
