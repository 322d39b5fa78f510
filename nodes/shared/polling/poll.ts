import type { IPollFunctions } from 'n8n-workflow';

import { failureOf } from '../../../vipps/outcome/pollHint';
import { inOrder } from '../../../vipps/http/mapInOrder';
import { openRun } from '../../../vipps/run';
import { grantedLedgers } from '../ledgers/grantedLedgers';
import { ItemBudget } from './budget';
import { readLedger, type Turns } from './readLedger';
import { readingOrder, stateFor } from './scope';
import type { Settings } from './settings';
import type { State } from './state';
import { weigh, type Polled } from './pollOutcome';

/** How many calls are in flight at most: fewer than in a run that somebody waits for. */
export const POLL_LANES = 10;

/** An older host does not tell how long a poll may take; newer ones cut it off then. */
const USUAL_BUDGET_MS = 45_000;
/** Behind this part of the budget no page is begun, */
const LAST_PAGE = 0.8;
/** and behind this one none is waited for. */
const LAST_WAIT = 0.95;

/**
 * One poll: reads on in every ledger, several at a time, until all are caught up with, or the items or the time allowed are used up.
 * Changes nothing: the state is kept, or not, together with the items. `isStart`: whether any ledger begins with this very poll.
 *
 * @throws NodeApiError when no ledger could be read, or the credential was refused
 */
export async function poll(
	context: IPollFunctions,
	settings: Settings,
	stored: State,
): Promise<Polled & { isStart: boolean }> {
	const begun = Date.now();
	const budgetMs = budgetOf(context);
	const run = openRun(context, {
		maxParallel: POLL_LANES,
		timeLimitMs: budgetMs * LAST_WAIT,
		sharesFailures: false,
	});
	try {
		const ledgerIds = settings.choice === 'all' ? await grantedLedgers(run) : settings.ledgerIds;
		const now = new Date(begun).toISOString();
		const state = stateFor(stored, settings, ledgerIds, now);
		const order = readingOrder(ledgerIds, state.next);
		const budget = new ItemBudget(settings.maxItems);
		let hasTurned = false;
		let unread = order.length;
		let isOver = false;
		const turns: Turns = {
			async take() {
				const isLate = Date.now() - begun > budgetMs * LAST_PAGE;
				// However late it is, each poll gets on by a page.
				if (isOver || (isLate && hasTurned)) return 0;
				return await budget.take(Math.min(unread, POLL_LANES));
			},
			settle(share, items) {
				hasTurned = true;
				budget.settle(share, items);
			},
		};
		const reads = await inOrder(order, POLL_LANES, async (ledgerId) => {
			const start = state.positions.get(ledgerId) ?? {};
			const read = await readLedger(run, ledgerId, start, settings, turns);
			unread--;
			// A call that was ended fails for some reason or other, which then says nothing.
			const isEnded = run.signal?.aborted === true;
			const cause = failureOf(read.failure)?.cause;
			// Who asks to wait longer than there is time would only be asked in vain by the others.
			if (!isEnded && cause === 'rate-limited') {
				isOver = true;
				run.lanes.close();
			}
			return { ...read, isCut: isEnded || (isOver && cause === undefined) };
		});
		return { ...weigh(run, state, reads, now), isStart: isStart(stored, state, now) };
	} finally {
		run.close();
	}
}

/** Whether anything begins with this very poll, so that its instant must not get lost. */
const isStart = (stored: State, { scope, positions }: State, now: string): boolean =>
	stored.scope?.baseUrl !== scope?.baseUrl ||
	[...positions.values()].some(({ since }) => since === now);

/** In milliseconds. */
function budgetOf(context: IPollFunctions): number {
	const { getPollBudgetMs } = context as { getPollBudgetMs?: () => number };
	const given = getPollBudgetMs?.call(context) ?? USUAL_BUDGET_MS;
	return given > 0 ? Math.min(given, USUAL_BUDGET_MS) : USUAL_BUDGET_MS;
}
