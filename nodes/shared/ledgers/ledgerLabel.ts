import type { Ledger } from '../../../vipps/api/ledgers';
import { text } from '../../../vipps/unknown';
import { handlesOf, ownerOf, unitNameOf, unitsOf } from './ledgerFields';

/** How a ledger is shown to a user: "ACME Fitness Oslo · 987654321 · 302321", which are name, organisation number and ID. */
export function ledgerLabel(ledger: Ledger): string {
	const [unit] = unitsOf(ledger);
	const handle = unit?.recipientHandle ?? handlesOf(ledger).at(0);
	const name = unitNameOf(ledger) ?? handle;
	return [name, ownerOf(ledger), ledger.ledgerId].filter(Boolean).join(' · ');
}

/** All texts that a search looks in: the label, all sales units and handles. */
function ledgerTexts(ledger: Ledger): string[] {
	const units = unitsOf(ledger).flatMap(({ name, recipientHandle }) => [name, recipientHandle]);
	const texts = [ledgerLabel(ledger), ...units, ...handlesOf(ledger)];
	return texts.filter((each) => typeof each === 'string');
}

/** Whether a ledger matches a search, in any case. In a number, spaces are ignored: "987 654 321". */
export function matchesLedger(ledger: Ledger, typed: string): boolean {
	const wanted = typed.trim().toLowerCase();
	const isNumber = /^[\d\s]+$/.test(wanted);
	const texts = ledgerTexts(ledger).map((each) => each.toLowerCase());
	return texts.some(
		(each) =>
			each.includes(wanted) || (isNumber && withoutBlanks(each).includes(withoutBlanks(wanted))),
	);
}

const withoutBlanks = (words: string) => words.replace(/\s/g, '');

/** The ledgers as entries of a drop-down, each ID once. A ledger without an ID cannot be selected. */
export function ledgerOptions(ledgers: Ledger[]): Array<{ name: string; value: string }> {
	const options = new Map<string, string>();
	for (const ledger of ledgers) {
		const id = text(ledger.ledgerId);
		if (id !== undefined && !options.has(id)) options.set(id, ledgerLabel(ledger));
	}
	return [...options].map(([value, name]) => ({ name, value }));
}
