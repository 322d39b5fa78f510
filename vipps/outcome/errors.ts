import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { isAnswer, type Outcome } from './answer';
import { answerOf, failureOf, failureOfCall, withAnswer, withFailure } from './pollHint';
import { delayAsked, isOfVipps, isRateLimit, isRetryable } from './isRetryable';
import { redact } from './preview';
import type { Run } from '../run';
import { describeAnswer, sentences, traceOf } from './wording';

/** A call that is not sent again. */
export interface FailedCall {
	/** Completes "Could not get …". */
	subject: string;
	outcome: Outcome;
	/** How often it was sent. */
	tries: number;
}

const ADVICE: Record<number, string> = {
	400: 'Check the values of the node: Vipps did not understand this request.',
	401: 'Check the keys in the credential "Vipps Accounting API": Vipps did not accept even a new token.',
	403: 'Ask the merchant to grant these keys access in the business portal, under Reports → Accounting partners.',
	404: 'It does not exist, or the merchant has not granted these keys access to it. The list of ledgers shows which ones they may read.',
};

/** As much of a run as an error is made from. */
export type ErrorSource = Pick<Run, 'node' | 'secrets'>;

/**
 * One readable error for every way in which a call fails: the message says what could not be got, the description why in
 * Vipps's words, what to do, and the trace ID that Vipps support asks for. Built afresh, so that nothing of the request
 * (its token above all) comes along.
 */
export function callError(source: ErrorSource, call: FailedCall): NodeApiError {
	return withFailure(wordedError(source, call), failureOfCall(call.outcome));
}

function wordedError(source: ErrorSource, { subject, outcome, tries }: FailedCall): NodeApiError {
	const couldNot = `Could not get ${subject}`;
	const advice = [tries > 1 ? `Sent ${tries} times.` : undefined, comeBack(outcome)];
	if (isAnswer(outcome)) {
		const secrets = source.secrets();
		const known = isOfVipps(outcome) && !isRateLimit(outcome) ? ADVICE[outcome.status] : undefined;
		const { status } = outcome;
		const said = describeAnswer(outcome, secrets);
		const trace = traceOf(outcome, secrets);
		const parts = [said, known, ...advice, trace];
		const error = buildError(source, couldNot, sentences(parts), status);
		return isOfVipps(outcome) ? withAnswer(error, { status, said, trace }) : error;
	}
	const { message, description } = outcome;
	return outcome.isPassing
		? buildError(source, couldNot, sentences([message, description, ...advice]))
		: buildError(source, message, description ?? `${couldNot}.`);
}

/** The error of a call that Vipps answered, where the caller knows better what was refused, and what helps. */
export function rewordedError(
	source: ErrorSource,
	error: NodeApiError,
	{ message, advice }: { message: string; advice: string },
): NodeApiError {
	const answer = answerOf(error);
	if (answer === undefined) return error;
	const { status, said, trace } = answer;
	const reworded = buildError(source, message, sentences([said, advice, trace]), status);
	return withAnswer(withFailure(reworded, failureOf(error)), answer);
}

/** An answer of Vipps that cannot be used: a page that is no page, a cursor that leads nowhere. */
export function unusableAnswer(source: ErrorSource, subject: string, why: string): NodeApiError {
	return buildError(source, `Could not get ${subject}`, why);
}

/** The user's own input, or the data, does not allow what was asked for. No call is to blame. */
export function operationError(
	node: INode,
	message: string,
	details: { description?: string; itemIndex?: number } = {},
): NodeOperationError {
	return keepWording(new NodeOperationError(node, message, details), message);
}

function buildError(source: ErrorSource, said: string, why: string, status?: number) {
	const [message = '', description = ''] = [said, why].map((words) =>
		redact(words, source.secrets()),
	);
	const options = { message, description, httpCode: status?.toString() };
	return keepWording(new NodeApiError(source.node, { message } as JsonObject, options), message);
}

/** n8n puts a text of its own in place of a message that contains the letters of an error code ("preexisting"). */
function keepWording<Thrown extends Error>(error: Thrown, message: string): Thrown {
	error.message = message;
	return error;
}

/** Longer delays than a year are asked by mistake, and no date can hold the longest. */
const LONGEST_DELAY_MS = 366 * 24 * 3600 * 1000;

/** When to come back, where that is what helps. */
function comeBack(outcome: Outcome): string | undefined {
	if (!isRetryable(outcome)) return undefined;
	const delay = delayAsked(outcome);
	if (delay === undefined) return 'Run again later.';
	const seconds = Math.ceil(delay / 1000);
	if (delay > LONGEST_DELAY_MS) {
		return `Vipps asks to wait ${seconds} seconds, more than a year: run again later.`;
	}
	const time = new Date(Date.now() + delay).toISOString().slice(0, 19).replace('T', ' ');
	return `Run again after ${time} UTC: Vipps asks to wait ${seconds} seconds.`;
}
