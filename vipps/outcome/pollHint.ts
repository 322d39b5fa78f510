import { isAnswer, type Outcome } from './answer';
import { delayAsked, isOfVipps, isRateLimit, isRetryable } from './isRetryable';

/** Why a call failed, as hosts from 2.36 read it from an error's `failure` to choose when to poll again. Plain data. */
export interface Failure {
	cause:
		| 'rate-limited'
		| 'temporarily-unavailable'
		| 'credential-invalid'
		| 'configuration-invalid';
	/** The delay that the server asked for. */
	retryAfterMs?: number;
}

/** What an outcome tells such a host; undefined where it tells nothing, as what a firewall says does. */
export function failureOfCall(outcome: Outcome): Failure | undefined {
	if (isRetryable(outcome)) {
		const cause = isRateLimit(outcome) ? 'rate-limited' : 'temporarily-unavailable';
		const retryAfterMs = delayAsked(outcome);
		return retryAfterMs === undefined ? { cause } : { cause, retryAfterMs };
	}
	if (!isAnswer(outcome)) {
		return outcome.isOfCredential ? { cause: 'credential-invalid' } : undefined;
	}
	if (!isOfVipps(outcome)) return undefined;
	if (outcome.status === 401) return { cause: 'credential-invalid' };
	const isOfLedger = outcome.status === 403 || outcome.status === 404;
	return isOfLedger ? { cause: 'configuration-invalid' } : undefined;
}

/** Lays a failure beside an error, unseen by whoever prints it. */
export function withFailure<Thrown extends Error>(error: Thrown, failure?: Failure): Thrown {
	return failure ? Object.defineProperty(error, 'failure', { value: failure }) : error;
}

/** Vipps's own answer of no success, in words. */
export interface VippsAnswer {
	status: number;
	/** `Vipps answered 400: …` */
	said: string;
	/** By which Vipps support finds the call, in words. */
	trace?: string;
}

/** Lays Vipps's answer beside an error, unseen by whoever prints it. */
export const withAnswer = <Thrown extends Error>(error: Thrown, answer: VippsAnswer): Thrown =>
	Object.defineProperty(error, 'vippsAnswer', { value: answer });

/** Vipps's answer to the call that failed; undefined where something on the way answered, or nothing did. */
export const answerOf = (error: unknown): VippsAnswer | undefined =>
	(error as { vippsAnswer?: VippsAnswer } | undefined)?.vippsAnswer;

/** The failure that lies beside an error. */
export const failureOf = (error: unknown): Failure | undefined =>
	(error as { failure?: Failure } | undefined)?.failure;
