import type { IDataObject } from 'n8n-workflow';

import { isAnswer, isUsable, type Outcome } from './answer';
import { cancelSignal, pause, type VippsContext } from './context';
import { callError, operationError } from './errors';
import { lanesOf } from './lanes';
import { waitBeforeRetry } from './retry';
import { send } from './send';
import { timeLeft } from './timeLimit';

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
		const { outcome, wait } = await lanes.run(async () => {
			const outcome = await sendUnlessRefused(context, path, query);
			const asked = waitBeforeRetry(tries, outcome);
			// Waiting beyond the end of the run's time would only hide why it failed.
			const wait = asked !== undefined && asked < timeLeft(context) ? asked : undefined;
			// Before the lane is free, or the next call would only be refused, too.
			if (wait !== undefined && isTooMany(outcome)) lanes.slowDown(wait);
			return { outcome, wait };
		});
		if (isUsable(outcome)) return outcome.status === 204 ? undefined : outcome.body;
		if (wait === undefined) throw callError(context.getNode(), { subject, outcome, tries });
		if (!isTooMany(outcome)) await pause(context, wait);
	}
}

const isTooMany = (outcome: Outcome) => isAnswer(outcome) && outcome.status === 429;

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
