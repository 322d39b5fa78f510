import { isAnswer, isSuccess, isUsable, type Answer, type Outcome } from './answer';
import { readProblem } from './problem';
import { retryAfter } from './retryAfter';

/**
 * Whether Vipps itself answered: only then does a status say something about keys and ledgers. Vipps never redirects. Proxies, firewalls and
 * captive portals answer too, in HTML, in JSON of their own or with an empty body. Source: Vipps knowledge base, "Errors".
 */
export const isOfVipps = (outcome: Outcome): outcome is Answer =>
	isUsable(outcome) ||
	(isAnswer(outcome) && outcome.status >= 400 && readProblem(outcome.body) !== undefined);

/** Statuses below 500 that may change. Source: Vipps knowledge base, "Errors"; 408 by its definition. */
const RETRYABLE_STATUSES = [408, 423, 429];

/**
 * Whether sending the call again may have another outcome. A page that is cut off or is not JSON is retryable, and so is every answer
 * that asks for a delay.
 */
export function isRetryable(outcome: Outcome): boolean {
	if (!isAnswer(outcome)) return outcome.isRetryable;
	if (isSuccess(outcome)) return !isUsable(outcome);
	return hasRetryableStatus(outcome);
}

/** The same of an answer that is no success. */
export const hasRetryableStatus = (answer: Answer): boolean =>
	RETRYABLE_STATUSES.includes(answer.status) ||
	answer.status >= 500 ||
	retryAfter(answer) !== undefined;

/** Whether there were too many calls: a 429, or a gateway's quota, a 403 that asks for a delay. Source: Azure API Management. */
export function isRateLimit(outcome: Outcome): boolean {
	const answer = isAnswer(outcome) ? outcome : outcome.tokenAnswer;
	if (answer === undefined) return false;
	return answer.status === 429 || (answer.status === 403 && retryAfter(answer) !== undefined);
}

/** The delay in milliseconds that an outcome asks for; undefined if it asks for none. */
export function retryAfterOf(outcome: Outcome): number | undefined {
	const answer = isAnswer(outcome) ? outcome : outcome.tokenAnswer;
	return answer && retryAfter(answer);
}

/**
 * Whether the token is to blame. Every 401 counts, also that of a proxy, so that no expired token goes unnoticed; a 403 counts if it is
 * Vipps's and names an expired token.
 */
export function isTokenRefusal(outcome: Outcome): outcome is Answer {
	if (!isAnswer(outcome)) return false;
	const { reason = '' } = readProblem(outcome.body) ?? {};
	const isExpired = /\b(?:token|jwt)\b.*\bexpired?\b|\bexpired?\b.*\b(?:token|jwt)\b/i.test(reason);
	return outcome.status === 401 || (outcome.status === 403 && isExpired);
}
