import type { IDataObject } from 'n8n-workflow';

import { isUsable, type Outcome } from '../outcome/answer';
import { callError, operationError } from '../outcome/errors';
import { isRateLimit } from '../outcome/isRetryable';
import { retryDelay } from '../outcome/retryDelay';
import type { Run } from '../run';
import { sendAuthorised } from './authorised';

/** One GET of the accounting APIs. */
export interface VippsCall {
	/** Already encoded, beginning with a slash; the credential adds the base URL. */
	path: string;
	/** Undefined values are left out. */
	query?: IDataObject;
	/** Completes "Could not get …" for the user: `the sales of ledger 302321`. */
	subject: string;
}

/**
 * Makes a call within the limits of the run and gives its parsed JSON body, unchecked; undefined for an answer without content. It retries
 * within bounds. All calls are reads, so sending one twice does no harm.
 *
 * @throws NodeApiError that says what could not be got, why, and what to do
 */
export async function call(run: Run, request: VippsCall): Promise<unknown> {
	const { subject } = request;
	for (let tries = 1; ; tries++) {
		if (run.signal?.aborted) {
			throw operationError(run.node, `Did not get ${subject}: the execution was cancelled`);
		}
		const { outcome, delay } = await run.limiter.run(async () => await send(run, request, tries));
		if (isUsable(outcome)) return outcome.status === 204 ? undefined : outcome.body;
		if (delay === undefined) throw callError(run, { subject, outcome, tries });
		if (!isRateLimit(outcome)) await run.pause(delay);
	}
}

/** Sends a call once. `delay`: the milliseconds after which it is sent again; undefined if it is not. */
async function send(
	run: Run,
	{ path, query }: VippsCall,
	tries: number,
): Promise<{ outcome: Outcome; delay?: number }> {
	const expected = run.outage.expected();
	if (expected) return { outcome: expected };
	const outcome = await sendAuthorised(run, path, query);
	const wanted = retryDelay(tries, outcome);
	// A wait beyond the end of the run's time would only hide why the call failed.
	const isUseful = wanted !== undefined && wanted < run.timeLeft() && run.outage.mayWait();
	const delay = isUseful ? wanted : undefined;
	// Before the limiter starts the next call, which would only be refused too.
	if (delay !== undefined && isRateLimit(outcome)) run.limiter.slowDown(delay);
	if (delay === undefined) run.outage.note(outcome);
	return { outcome, delay };
}
