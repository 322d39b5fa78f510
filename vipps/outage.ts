import { isAnswer, type Outcome } from './outcome/answer';
import { isOfVipps, isRateLimit, isRetryable } from './outcome/isRetryable';

/** After so many failed calls in a row, all further calls of the run are expected to fail. */
const MAX_FAILURES_IN_A_ROW = 3;

/** After so many failed tries in a row, without a success in between, the failure seems to affect every call. */
const MAX_FAILED_TRIES = 10;

/** A failure that affects every call of a run, so that it is waited for once and not again for each of many items. */
export interface Outage {
	/** The outcome that every further call would have; undefined: make the call. */
	expected(): Outcome | undefined;
	/** Whether to wait and send a failed call again: not if the call before it was waited for in vain. */
	mayWait(): boolean;
	/** Takes the outcome of one try. Gives whether it is one of so many failures in a row that all calls had better wait. */
	noteTry(outcome: Outcome): boolean;
	/** Takes the outcome of a call after all its tries. */
	note(outcome: Outcome): void;
}

/**
 * Refused keys and a rate limit that outlasts all tries affect every call. A failure that may affect one ledger alone (a 503, a broken
 * connection, a 401 before any call has been answered) counts as one that affects every call after three in a row.
 *
 * @param sharesFailures false: only refused keys affect every call
 */
export function createOutage(sharesFailures: boolean): Outage {
	let lasting: Outcome | undefined;
	let failures = 0;
	let failedTries = 0;
	let hasWaitedInVain = false;
	let isTokenAccepted = false;
	return {
		expected: () => lasting,
		mayWait: () => !(sharesFailures && hasWaitedInVain),
		noteTry(outcome) {
			failedTries = isRetryable(outcome) ? failedTries + 1 : 0;
			return sharesFailures && failedTries >= MAX_FAILED_TRIES;
		},
		note(outcome) {
			if (lasting !== undefined) return;
			const isRefused = isAnswer(outcome) && outcome.status === 401;
			const affectsAll = isCredentialRefused(outcome) || (sharesFailures && isRateLimit(outcome));
			hasWaitedInVain ||= isRetryable(outcome);
			if (affectsAll) lasting = outcome;
			else if (isRetryable(outcome) || (isRefused && !isTokenAccepted)) failures++;
			else if (isOfVipps(outcome) && !isRefused) {
				failures = 0;
				hasWaitedInVain = false;
				isTokenAccepted = true;
			}
			if (sharesFailures && failures >= MAX_FAILURES_IN_A_ROW) lasting = outcome;
		},
	};
}

const isCredentialRefused = (outcome: Outcome) =>
	!isAnswer(outcome) && outcome.isCredentialRefused === true;
