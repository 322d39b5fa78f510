import { isAnswer, isSuccess, isUsable, type Answer, type Outcome } from './answer';
import { askedDelay } from './retryAfter';
import { readProblem } from './problem';

/**
 * Whether Vipps itself answered: a status says something about keys and ledgers only then. It never redirects. Proxies, firewalls and captive portals
 * answer, too, in HTML, in JSON of their own or with nothing. Source: Vipps knowledge base, "Errors".
 */
export const isOfVipps = (outcome: Outcome): outcome is Answer =>
	isUsable(outcome) ||
	(isAnswer(outcome) && outcome.status >= 400 && readProblem(outcome.body) !== undefined);

/** Statuses that pass, beside those from 500 up. Source: Vipps knowledge base, "Errors"; 408 by its definition. */
const RETRYABLE_STATUSES = [408, 423, 429];

/**
 * Whether sending the call again may bring another outcome. A page that is cut off, or is no JSON, is one that may, and so is whatever
 * asks for a delay.
 */
export function isRetryable(outcome: Outcome): boolean {
	if (!isAnswer(outcome)) return outcome.isPassing;
	if (isSuccess(outcome)) return !isUsable(outcome);
	return hasRetryableStatus(outcome);
}

/** The same of an answer that is no success. */
export const hasRetryableStatus = (answer: Answer): boolean =>
	RETRYABLE_STATUSES.includes(answer.status) ||
	answer.status >= 500 ||
	askedDelay(answer) !== undefined;

/** Whether there were too many calls: a 429, or a gateway's quota, a 403 that asks for a delay. Source: Azure API Management. */
export function isRateLimit(outcome: Outcome): boolean {
	const answer = isAnswer(outcome) ? outcome : outcome.tokenAnswer;
	if (answer === undefined) return false;
	return answer.status === 429 || (answer.status === 403 && askedDelay(answer) !== undefined);
}

/** The delay in milliseconds that an outcome asks for. */
export function delayAsked(outcome: Outcome): number | undefined {
	const answer = isAnswer(outcome) ? outcome : outcome.tokenAnswer;
	return answer && askedDelay(answer);
}

/**
 * Whether the token is to blame: a 401, whoever says so, since an expired token must never be missed; or a 403 of Vipps's that speaks of
 * an expired one.
 */
export function isTokenRefusal(outcome: Outcome): outcome is Answer {
	if (!isAnswer(outcome)) return false;
	const { reason = '' } = readProblem(outcome.body) ?? {};
	const isExpired = /\b(?:token|jwt)\b.*\bexpired?\b|\bexpired?\b.*\b(?:token|jwt)\b/i.test(reason);
	return outcome.status === 401 || (outcome.status === 403 && isExpired);
}
