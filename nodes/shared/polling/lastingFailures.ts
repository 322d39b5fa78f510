import { NodeApiError, type JsonObject } from 'n8n-workflow';

import { failureOf } from '../../../vipps/outcome/pollHint';
import type { Run } from '../../../vipps/run';
import { shorten } from '../../../vipps/outcome/preview';
import { sentences } from '../../../vipps/outcome/wording';
import type { LedgerRead } from './readLedger';
import type { Failing, Position } from './state';

/** In so many polls in a row a ledger has to fail before an execution says so, unless the failure may pass. */
const LEAST_POLLS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;
/** So many ledgers are named in one execution. */
const MOST_NAMED = 10;
const LONGEST_REASON = 500;

/** The position of a ledger of which a poll could read no page. */
export function noteFailure(position: Position, now: string): Position {
	const { since = now, polls = 0, toldAt } = position.failing ?? {};
	return { ...position, failing: { since, polls: polls + 1, toldAt } };
}

/**
 * The error that an execution of its own fails with, so that people and error workflows hear of ledgers that cannot be read: after three
 * polls in a row where the failure does not pass on its own, after a day where it may; at most once a day for a ledger. Undefined where
 * there is nothing to say. Notes in the positions what was said.
 */
export function report(
	run: Run,
	failed: LedgerRead[],
	positions: Map<string, Position>,
	now: string,
): NodeApiError | undefined {
	const due = failed.filter(({ ledgerId, failure }) => {
		const { failing } = positions.get(ledgerId) ?? {};
		return failing !== undefined && isDue(failing, mayPass(failure), now);
	});
	if (due.length === 0) return undefined;
	for (const { ledgerId } of due) {
		const position = positions.get(ledgerId) ?? {};
		const failing = { ...(position.failing as Failing), toldAt: now };
		positions.set(ledgerId, { ...position, failing });
	}
	const ids = due.map(({ ledgerId }) => ledgerId);
	const others = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
	const named = `${ids.slice(0, MOST_NAMED).join(', ')}${others}`;
	const message = ids.length === 1 ? `Can't read ledger ${named}` : `Can't read ledgers ${named}`;
	const reasons = due.slice(0, MOST_NAMED).map(({ failure }) => reasonOf(failure));
	const description = sentences([...reasons, 'The other ledgers are read as usual.']);
	const error = new NodeApiError(run.node, { message } as JsonObject, { message, description });
	error.message = message;
	return error;
}

function isDue({ since, polls, toldAt }: Failing, mayPass: boolean, now: string): boolean {
	const lasts = Date.parse(now) - Date.parse(since);
	const isLasting = mayPass ? lasts >= DAY_MS : polls >= LEAST_POLLS;
	return isLasting && (toldAt === undefined || Date.parse(now) - Date.parse(toldAt) >= DAY_MS);
}

function mayPass(failure: unknown): boolean {
	const cause = failureOf(failure)?.cause;
	return cause === 'rate-limited' || cause === 'temporarily-unavailable';
}

function reasonOf(failure: unknown): string {
	const { message, description } = failure as NodeApiError;
	return shorten(sentences([message, description ?? undefined]), LONGEST_REASON);
}
