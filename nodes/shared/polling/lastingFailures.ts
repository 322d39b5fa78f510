import type { NodeApiError } from 'n8n-workflow';

import { apiError } from '../../../vipps/outcome/errors';
import { readPollHint } from '../../../vipps/outcome/pollHint';
import { shorten } from '../../../vipps/outcome/preview';
import { sentences } from '../../../vipps/outcome/wording';
import type { Run } from '../../../vipps/run';
import type { LedgerRead } from './readLedger';
import type { Failing, LedgerState } from './state';

/** A ledger has to fail in so many polls in a row before an execution reports it, if the failure does not pass by itself. */
const LEAST_POLLS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;
/** So many ledgers are named in one execution. */
const MOST_NAMED = 10;
const LONGEST_REASON = 500;

/** The state of a ledger of which a poll could read no page. */
export function noteFailure<Checkpoint>(
	state: LedgerState<Checkpoint>,
	now: string,
): LedgerState<Checkpoint> {
	const { since = now, polls = 0, toldAt } = state.failing ?? {};
	return { ...state, failing: { since, polls: polls + 1, toldAt } };
}

/**
 * The error that an execution of its own fails with, so that people and error workflows hear of ledgers that cannot be read: after three
 * polls in a row if the failure does not pass by itself, after a day if it may; at most once a day for a ledger. Undefined if there is
 * nothing to report. Notes in the states what was reported.
 */
export function reportLasting<Checkpoint>(
	run: Run,
	failed: Array<LedgerRead<Checkpoint>>,
	ledgers: Map<string, LedgerState<Checkpoint>>,
	now: string,
): NodeApiError | undefined {
	const due = failed.flatMap(({ ledgerId, error }) => {
		const state = ledgers.get(ledgerId);
		const failing = state?.failing;
		if (state === undefined || failing === undefined) return [];
		return isDue(failing, mayPass(error), now) ? [{ ledgerId, error, state, failing }] : [];
	});
	if (due.length === 0) return undefined;
	for (const { ledgerId, state, failing } of due) {
		ledgers.set(ledgerId, { ...state, failing: { ...failing, toldAt: now } });
	}
	const ids = due.map(({ ledgerId }) => ledgerId);
	const others = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
	const named = `${ids.slice(0, MOST_NAMED).join(', ')}${others}`;
	const reasons = due.slice(0, MOST_NAMED).map(({ error }) => reasonOf(error));
	return apiError(
		run.node,
		ids.length === 1 ? `Can't read ledger ${named}` : `Can't read ledgers ${named}`,
		sentences([...reasons, 'The other ledgers are read as usual.']),
	);
}

function isDue({ since, polls, toldAt }: Failing, mayPass: boolean, now: string): boolean {
	const lasts = Date.parse(now) - Date.parse(since);
	const isLasting = mayPass ? lasts >= DAY_MS : polls >= LEAST_POLLS;
	return isLasting && (toldAt === undefined || Date.parse(now) - Date.parse(toldAt) >= DAY_MS);
}

function mayPass(error: unknown): boolean {
	const cause = readPollHint(error)?.cause;
	return cause === 'rate-limited' || cause === 'temporarily-unavailable';
}

function reasonOf(error: unknown): string {
	const { message, description } = error as NodeApiError;
	return shorten(sentences([message, description ?? undefined]), LONGEST_REASON);
}
