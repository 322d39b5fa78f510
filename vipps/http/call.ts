import type { IDataObject } from 'n8n-workflow';

import { isUsable, type Outcome } from '../outcome/answer';
import { sendAuthorised } from './authorised';
import { callError, operationError } from '../outcome/errors';
import { isRateLimit } from '../outcome/isRetryable';
import { retryDelay } from '../outcome/retryDelay';
import type { Run } from '../run';

/** One GET of the accounting APIs. */
export interface VippsCall {
	/** Already encoded, beginning with a slash; the credential puts the base URL before it. */
	path: string;
	/** Undefined values are left out. */
	query?: IDataObject;
	/** What is asked for, to complete "Could not get …" for the user: `the sales of ledger 302321`. */
	subject: string;
}

/**
 * The parsed JSON body of one call, unchecked; undefined for an answer without content. It waits for a free lane of the run.
 * What may pass is waited for and sent again, within bounds. All calls are reads, so sending one twice does no harm.
 *
 * @throws NodeApiError that says what could not be got, why, and what to do
 */
export async function request(run: Run, call: VippsCall): Promise<unknown> {
	const { subject } = call;
	for (let tries = 1; ; tries++) {
		if (run.signal?.aborted) {
			throw operationError(run.node, `Did not get ${subject}: the execution was cancelled`);
		}
		const { outcome, delay } = await run.lanes.run(async () => await attempt(run, call, tries));
		if (isUsable(outcome)) return outcome.status === 204 ? undefined : outcome.body;
		if (delay === undefined) throw callError(run, { subject, outcome, tries });
		if (!isRateLimit(outcome)) await run.pause(delay);
	}
}

/** One sending, and after which delay there is another; undefined: none. */
async function attempt(
	run: Run,
	{ path, query }: VippsCall,
	tries: number,
): Promise<{ outcome: Outcome; delay?: number }> {
	const expected = run.outage.expected();
	if (expected) return { outcome: expected };
	const outcome = await sendAuthorised(run, path, query);
	const asked = retryDelay(tries, outcome);
	// Waiting beyond the end of the run's time would only hide why it failed.
	const isWorthWhile = asked !== undefined && asked < run.timeLeft() && run.outage.mayWait();
	const delay = isWorthWhile ? asked : undefined;
	// Before the lane is free, or the next call would only be refused, too.
	if (delay !== undefined && isRateLimit(outcome)) run.lanes.slowDown(delay);
	if (delay === undefined) run.outage.note(outcome);
	return { outcome, delay };
}
