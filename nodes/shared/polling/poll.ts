import type { IPollFunctions } from 'n8n-workflow';

import { pollBudgetMs } from '../../../vipps/hostVersions';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import { readPollHint } from '../../../vipps/outcome/pollHint';
import { openRun } from '../../../vipps/run';
import { grantedLedgers } from '../ledgers/grantedLedgers';
import { PollBudget } from './budget';
import { pollOutcome, type PollOutcome } from './pollOutcome';
import { readLedger } from './readLedger';
import { readingOrder, startState } from './scope';
import type { Settings } from './settings';
import type { LedgerSource } from './source';
import type { State } from './state';

/** How many calls are pending at the same time at most: fewer than in an execution that somebody waits for. */
export const POLL_CONCURRENCY = 10;

/** After this part of the time that n8n allows no page is begun, */
const LAST_PAGE = 0.8;
/** and after this part none is waited for. */
const LAST_WAIT = 0.95;

/**
 * One poll: reads every ledger on, several at the same time, until all are read to their end, or the items or the time allowed are used up.
 * It changes nothing: the state is kept, or not, together with the items. `isStart`: whether any ledger begins with this very poll.
 *
 * @throws NodeApiError if no ledger could be read, or the credential was refused
 */
export async function poll<Checkpoint>(
	context: IPollFunctions,
	source: LedgerSource<Checkpoint>,
	settings: Settings,
	stored: State<Checkpoint>,
): Promise<PollOutcome<Checkpoint> & { isStart: boolean }> {
	const now = new Date(Date.now()).toISOString();
	const budgetMs = pollBudgetMs(context);
	const run = openRun(context, {
		maxParallel: POLL_CONCURRENCY,
		timeLimitMs: budgetMs * LAST_WAIT,
		sharesFailures: false,
		needsAccountingKeys: source.needsAccountingKeys,
	});
	const budget = new PollBudget(settings.maxItems, budgetMs * LAST_PAGE, POLL_CONCURRENCY);
	try {
		const ledgerIds =
			settings.choice === 'all'
				? (await grantedLedgers(run)).map(({ ledgerId }) => ledgerId)
				: settings.ledgerIds;
		const { state, isStart } = startState(stored, settings, source, ledgerIds, now);
		const order = readingOrder(ledgerIds, state.next);
		budget.share(order.length);
		const polled = await mapInOrder(order, POLL_CONCURRENCY, async (ledgerId) => {
			const before = state.ledgers.get(ledgerId) ?? {
				checkpoint: source.begin({ kind: 'beginning' }),
			};
			const read = await readLedger(run, source, ledgerId, before, budget);
			budget.finishLedger();
			// The error of a call that was ended says nothing.
			const isEnded = run.signal?.aborted === true;
			const cause = readPollHint(read.error)?.cause;
			// If Vipps asks to wait longer than there is time, the other ledgers would be refused too.
			if (!isEnded && cause === 'rate-limited') {
				budget.end();
				run.limiter.close();
			}
			return { ...read, isCut: isEnded || (budget.hasEnded && cause === undefined) };
		});
		return { ...pollOutcome(run, source.items, state, polled, now), isStart };
	} finally {
		run.close();
	}
}
