import type { IDataObject } from 'n8n-workflow';

import { isAnswer, type Outcome } from '../outcome/answer';
import { isTokenRefusal } from '../outcome/isRetryable';
import type { Run } from '../run';
import { send } from './send';

/** A token that is newer than this cannot have expired. If it is refused, another new one would be refused too. */
const TOKEN_LASTS_MS = 60_000;

/**
 * Sends a GET with a token that has not expired. The first call that finds the token expired renews it; the calls beside it wait and use
 * the new one. A call that is refused with a new token is refused. Source: access token docs, advice on an unexpected 401.
 */
export async function sendAuthorised(
	run: Run,
	path: string,
	query?: IDataObject,
): Promise<Outcome> {
	const { token } = run;
	const data = await run.credential();
	const sendOnce = async () => {
		while (token.renewal) {
			const renewed = await token.renewal;
			// The token call failed: it would fail for this call, too.
			if (data.accessToken === '') return renewed;
		}
		const sending = send(run, path, query);
		// n8n fetches a token if there is none.
		if (data.accessToken === '') {
			token.renewal = sending.finally(() => void (token.renewal = undefined));
		}
		const outcome = await sending;
		noteToken(run, outcome);
		return outcome;
	};

	const outcome = await sendOnce();
	if (!isTokenRefusal(outcome)) return outcome;
	if (!token.renewal && data.accessToken === outcome.token) {
		if (!mayHaveExpired(run, outcome.token)) return outcome;
		data.accessToken = '';
	}
	return await sendOnce();
}

function noteToken({ token }: Run, outcome: Outcome): void {
	if (!isAnswer(outcome) || outcome.token === undefined || token.sent.has(outcome.token)) return;
	const isNew = token.sent.size > 0;
	if (isNew && isTokenRefusal(outcome)) token.refused = { token: outcome.token, at: Date.now() };
	token.sent.add(outcome.token);
}

const mayHaveExpired = ({ token: { refused } }: Run, token = ''): boolean =>
	refused?.token !== token || Date.now() - refused.at > TOKEN_LASTS_MS;
