import type { Settings } from './settings';
import type { LedgerSource } from './source';
import type { LedgerState, State } from './state';

/**
 * The state as it applies to these ledgers, before anything is read. A ledger without a state gets one, and a state that does not apply any
 * more is dropped. A ledger that the user chose begins as Start From says. A ledger that a merchant granted while the trigger was running
 * begins at its first sale, so that nothing is missed in between. A ledger that is to be read anew begins anew once: as long as that
 * setting stays as it is, it is not applied again.
 *
 * `isStart`: whether something begins with this very poll, so that its time must not get lost.
 *
 * @param ledgerIds those that are to be read now
 * @param now ISO, UTC
 */
export function startState<Checkpoint>(
	stored: State<Checkpoint>,
	{ baseUrl, choice, startsNow, restarts }: Settings,
	source: Pick<LedgerSource<Checkpoint>, 'begin' | 'feed'>,
	ledgerIds: string[],
	now: string,
): { state: State<Checkpoint>; isStart: boolean } {
	const { feed } = source;
	const isSameFeed = stored.scope?.baseUrl === baseUrl && stored.scope.feed === feed;
	const isSameChoice = isSameFeed && stored.scope?.ledgers === choice;
	const isGrantedLater = isSameChoice && choice === 'all';
	const beginsNow = startsNow && !isGrantedLater;
	const ledgers = new Map(isSameFeed ? stored.ledgers : []);
	let isStart = !isSameFeed;
	if (choice === 'selected') {
		for (const id of ledgers.keys()) if (!ledgerIds.includes(id)) ledgers.delete(id);
	}
	for (const id of ledgerIds) {
		if (ledgers.has(id)) continue;
		ledgers.set(id, at(source.begin(beginsNow ? { kind: 'now', now } : { kind: 'beginning' })));
		isStart ||= beginsNow;
	}
	const restarted: Record<string, string> = {};
	for (const { ledgerId, key, beginning } of restarts) {
		if (!ledgers.has(ledgerId)) continue;
		if (stored.restarted[ledgerId] !== key) ledgers.set(ledgerId, at(source.begin(beginning)));
		restarted[ledgerId] = key;
	}
	const scope = { baseUrl, feed, ledgers: choice };
	return { state: { ...stored, scope, ledgers, restarted }, isStart };
}

const at = <Checkpoint>(checkpoint: Checkpoint): LedgerState<Checkpoint> => ({ checkpoint });

/** The order in which to read them: first those that the last poll did not read. */
export function readingOrder(ledgerIds: string[], next: string | null): string[] {
	const first = Math.max(0, next === null ? 0 : ledgerIds.indexOf(next));
	return [...ledgerIds.slice(first), ...ledgerIds.slice(0, first)];
}
