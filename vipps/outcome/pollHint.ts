import { isAnswer, type Outcome } from './answer';
import { isOfVipps, isRateLimit, isRetryable, retryAfterOf } from './isRetryable';

/** Why a call failed, as n8n from 2.36 reads it from an error's `failure` to choose when to poll again. Plain data. */
export interface PollHint {
	cause:
		| 'rate-limited'
		| 'temporarily-unavailable'
		| 'credential-invalid'
		| 'configuration-invalid';
	/** The delay that the server asked for. */
	retryAfterMs?: number;
}

/** The hint that an outcome gives; undefined if it gives none, such as the answer of a firewall. */
export function pollHintOf(outcome: Outcome): PollHint | undefined {
	if (isRetryable(outcome)) {
		const cause = isRateLimit(outcome) ? 'rate-limited' : 'temporarily-unavailable';
		const retryAfterMs = retryAfterOf(outcome);
		return retryAfterMs === undefined ? { cause } : { cause, retryAfterMs };
	}
	if (!isAnswer(outcome)) {
		return outcome.isCredentialRefused ? { cause: 'credential-invalid' } : undefined;
	}
	if (!isOfVipps(outcome)) return undefined;
	if (outcome.status === 401) return { cause: 'credential-invalid' };
	const isOfLedger = outcome.status === 403 || outcome.status === 404;
	return isOfLedger ? { cause: 'configuration-invalid' } : undefined;
}

/** Adds a hint to an error, as a property that is not printed. */
export const withPollHint = <Thrown extends Error>(error: Thrown, hint?: PollHint): Thrown =>
	hint ? Object.defineProperty(error, 'failure', { value: hint }) : error;

/** The hint of an error; undefined if it has none. */
export const readPollHint = (error: unknown): PollHint | undefined =>
	(error as { failure?: PollHint } | undefined)?.failure;
