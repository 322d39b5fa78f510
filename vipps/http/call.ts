import type { IDataObject } from 'n8n-workflow';

import { isUsable, type Outcome } from '../outcome/answer';
import { callError, operationError } from '../outcome/errors';
import { isRateLimit, isRetryable } from '../outcome/isRetryable';
import type { Verdict } from '../limiter/rate';
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

/** The outcome of sending a call once, and the milliseconds after which it is sent again; undefined if it is not. */
interface Sent {
	outcome: Outcome;
	delay?: number;
	verdict: Verdict;
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
		const { outcome, delay, verdict } = await run.limiter.run(
			async () => await send(run, request, tries),
			tries > 1,
		);
		if (isUsable(outcome)) return outcome.status === 204 ? undefined : outcome.body;
		if (delay === undefined) throw callError(run, { subject, outcome, tries });
		if (verdict === 'failed') await run.pause(delay);
	}
}

async function send(run: Run, { path, query }: VippsCall, tries: number): Promise<Sent> {
	const expected = run.outage.expected();
	if (expected) return { outcome: expected, verdict: 'failed' };
	const outcome = await sendAuthorised(run, path, query);
	const wanted = retryDelay(tries, outcome);
	// A wait beyond the end of the run's time would only hide why the call failed.
	const isUseful = wanted !== undefined && wanted < run.timeLeft() && run.outage.mayWait();
	const delay = isUseful ? wanted : undefined;
	if (delay === undefined) run.outage.note(outcome);
	const affectsAll = run.outage.noteTry(outcome) || isRateLimit(outcome);
	const verdict = isRetryable(outcome) ? 'failed' : 'fine';
	return {
		outcome,
		delay,
		verdict: affectsAll && delay !== undefined ? { delayMs: delay } : verdict,
	};
}
