import type { Outcome } from './answer';
import { isRetryable, retryAfterOf } from './isRetryable';

/** How often a call is sent at most, the first time included. */
export const MAX_TRIES = 5;

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
/** Longer `Retry-After` values are not waited for. */
const LONGEST_RETRY_AFTER_MS = 120_000;

/**
 * How long to wait before a call is sent again, in milliseconds: the longer of the server's `Retry-After` and a backoff with full jitter,
 * whose bound doubles with every try. Undefined if it is not to be sent again.
 *
 * @param tries how often it was sent, from 1
 */
export function retryDelay(
	tries: number,
	outcome: Outcome,
	random = Math.random(),
): number | undefined {
	const asked = retryAfterOf(outcome) ?? 0;
	if (!isRetryable(outcome) || tries >= MAX_TRIES || asked > LONGEST_RETRY_AFTER_MS)
		return undefined;
	const bound = Math.min(FIRST_BACKOFF_MS * 2 ** (tries - 1), LONGEST_BACKOFF_MS);
	return Math.max(Math.round(bound * random), asked);
}
