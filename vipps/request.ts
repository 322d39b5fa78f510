import type { IDataObject } from 'n8n-workflow';

import { isAnswer, isUsable, type Outcome } from './answer';
import { cancelSignal, pause, type VippsContext } from './context';
import { callError, operationError } from './errors';
import { lanesOf } from './lanes';
import { waitBeforeRetry } from './retry';
import { send } from './send';

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
export async function request(context: VippsContext, call: VippsCall): Promise<unknown> {
	const { path, query, subject } = call;
	const lanes = lanesOf(context);
	for (let tries = 1; ; tries++) {
		if (cancelSignal(context)?.aborted) {
			throw operationError(context.getNode(), `Did not get ${subject}: the run was cancelled`);
		}
		const outcome = await lanes.run(async () => await sendUnlessRefused(context, path, query));
		if (isUsable(outcome)) return outcome.status === 204 ? undefined : outcome.body;
		const wait = waitBeforeRetry(tries, outcome);
		if (wait === undefined) throw callError(context.getNode(), { subject, outcome, tries });
		if (isAnswer(outcome) && outcome.status === 429) lanes.slowDown(wait);
		else await pause(context, wait);
	}
}

/** By run: that the credential was refused. Asking again for each of many items could lock the keys out. */
const refusals = new WeakMap<VippsContext, Outcome>();

async function sendUnlessRefused(
	context: VippsContext,
	path: string,
	query?: IDataObject,
): Promise<Outcome> {
	const outcome = refusals.get(context) ?? (await send(context, path, query));
	if (!isAnswer(outcome) && outcome.isOfCredential) refusals.set(context, outcome);
	return outcome;
}
