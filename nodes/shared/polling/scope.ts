import type { Settings } from './settings';
import type { Position, State } from './state';

/**
 * The state as it applies to these ledgers, before anything is read: a ledger of which nothing is known gets a position, one that
 * does not apply any more loses its own. What the user has chosen begins as Start From says. What a merchant has granted while
 * the trigger was running begins at its first sale, so that nothing sold in between is missed. A ledger that is to begin anew does so
 * once: as long as that setting stays as it is, it is not taken again.
 *
 * @param ledgerIds those that are to be read now
 * @param now ISO, UTC
 */
export function stateFor(
	stored: State,
	{ baseUrl, choice, startsNow, restarts }: Settings,
	ledgerIds: string[],
	now: string,
): State {
	const isSameServer = stored.scope?.baseUrl === baseUrl;
	const isSameChoice = isSameServer && stored.scope?.ledgers === choice;
	const isGranted = isSameChoice && choice === 'all';
	const chosen: Position = startsNow ? { since: now } : {};
	const positions = new Map(isSameServer ? stored.positions : []);
	if (choice === 'selected') {
		for (const id of positions.keys()) if (!ledgerIds.includes(id)) positions.delete(id);
	}
	for (const id of ledgerIds) {
		if (!positions.has(id)) positions.set(id, isGranted ? {} : chosen);
	}
	const restarted: State['restarted'] = {};
	for (const { ledgerId, key, position } of restarts) {
		if (!positions.has(ledgerId)) continue;
		if (stored.restarted[ledgerId] !== key) positions.set(ledgerId, position);
		restarted[ledgerId] = key;
	}
	return { ...stored, scope: { baseUrl, ledgers: choice }, positions, restarted };
}

/** The ledgers in the order in which to read them: first those that the last poll did not get to. */
export function readingOrder(ledgerIds: string[], next: string | null): string[] {
	const first = Math.max(0, next === null ? 0 : ledgerIds.indexOf(next));
	return [...ledgerIds.slice(first), ...ledgerIds.slice(0, first)];
}
