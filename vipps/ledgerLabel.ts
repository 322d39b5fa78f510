import type { Ledger } from './types';

/** What a user tells a ledger by: "ACME Fitness Oslo · NO:123456 · 302321" */
export function ledgerLabel(ledger: Ledger): string {
	const [unit, ...others] = ledger.salesUnits ?? [];
	const name = unit?.name && others.length > 0 ? `${unit.name} +${others.length}` : unit?.name;
	const handle = unit?.recipientHandle ?? ledger.settlesForRecipientHandles?.at(0);
	return [name, handle, ledger.ledgerId].filter(Boolean).join(' · ');
}
