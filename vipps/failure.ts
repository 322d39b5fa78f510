import { isAnswer, isPassing, type Outcome } from './answer';
import { askedWait } from './retry';

/** Why a call failed, as hosts from 2.36 read it from an error's `failure` to choose when to poll again. Plain data. */
export interface Failure {
	cause:
		| 'rate-limited'
		| 'temporarily-unavailable'
		| 'credential-invalid'
		| 'configuration-invalid';
	/** The wait that the server asked for. */
	retryAfterMs?: number;
}

/** What an outcome tells such a host; undefined where it tells nothing. */
export function failureOfCall(outcome: Outcome): Failure | undefined {
	const status = isAnswer(outcome) ? outcome.status : undefined;
	if (status === 401 || (!isAnswer(outcome) && outcome.isOfCredential)) {
		return { cause: 'credential-invalid' };
	}
	if (status === 403 || status === 404) return { cause: 'configuration-invalid' };
	if (!isPassing(outcome)) return undefined;
	const cause = status === 429 ? 'rate-limited' : 'temporarily-unavailable';
	const retryAfterMs = askedWait(outcome);
	return retryAfterMs === undefined ? { cause } : { cause, retryAfterMs };
}

/** Lays a failure beside an error, unseen by whoever prints it. */
export function withFailure<Thrown extends Error>(error: Thrown, failure?: Failure): Thrown {
	return failure ? Object.defineProperty(error, 'failure', { value: failure }) : error;
}

/** The failure that lies beside an error. */
export const failureOf = (error: unknown): Failure | undefined =>
	(error as { failure?: Failure } | undefined)?.failure;
