import { isAnswer, type Outcome } from '../outcome/answer';
import { isOfVipps, isRateLimit, isRetryable } from '../outcome/isRetryable';

/** So many calls that fail one after the other, with none answered in between, stand for all that would follow. */
const MOST_FAILURES = 3;

/** What a run has found out about Vipps as a whole, so that it is found out once, and not again for each of many items. */
export interface Outage {
	/** The outcome that a further call would only repeat; undefined: make it. */
	expected(): Outcome | undefined;
	/** Whether a call that fails may be waited for: not where the call before it was, in vain. */
	mayWait(): boolean;
	/** The outcome of a call after all its tries. */
	note(outcome: Outcome): void;
}

/**
 * Refused keys and a rate limit that outlasts all tries hold for every call. A failure that may be of one ledger alone (a 503, a
 * connection that is cut, a 401 where no call has been answered yet) is taken to hold for every call once it has come three times in a
 * row.
 *
 * @param sharesFailures false: refused keys alone hold for every call
 */
export function createOutage(sharesFailures: boolean): Outage {
	let lasting: Outcome | undefined;
	let failures = 0;
	let isWaitedFor = false;
	let isTokenAccepted = false;
	return {
		expected: () => lasting,
		mayWait: () => !(sharesFailures && isWaitedFor),
		note(outcome) {
			if (lasting !== undefined) return;
			const isRefused = isAnswer(outcome) && outcome.status === 401;
			const holdsForAll = isOfKeys(outcome) || (sharesFailures && isRateLimit(outcome));
			isWaitedFor ||= isRetryable(outcome);
			if (holdsForAll) lasting = outcome;
			else if (isRetryable(outcome) || (isRefused && !isTokenAccepted)) failures++;
			else if (isOfVipps(outcome) && !isRefused) {
				failures = 0;
				isWaitedFor = false;
				isTokenAccepted = true;
			}
			if (sharesFailures && failures >= MOST_FAILURES) lasting = outcome;
		},
	};
}

const isOfKeys = (outcome: Outcome) => !isAnswer(outcome) && outcome.isOfCredential === true;
