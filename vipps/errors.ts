import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { isAnswer, isPassing, type Answer, type Outcome } from './answer';
import { failureOfCall, withFailure } from './failure';
import { readProblem } from './problem';
import { askedWait } from './retry';
import { sketch } from './unknown';

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

/**
 * One readable error for every way in which a call fails: the message says what could not be got, the description why in
 * Vipps's words, what to do, and the trace id that Vipps support asks for. Built afresh, so that nothing of the request
 * (its token above all) comes along.
 */
export function callError(node: INode, call: FailedCall): NodeApiError {
	return withFailure(wordedError(node, call), failureOfCall(call.outcome));
}

function wordedError(node: INode, { subject, outcome, tries }: FailedCall): NodeApiError {
	const couldNot = `Could not get ${subject}`;
	const advice = [tries > 1 ? `Sent ${tries} times.` : undefined, comeBack(outcome)];
	if (isAnswer(outcome)) {
		const parts = [...describe(outcome), ...advice, traceOf(outcome)];
		return buildError(node, couldNot, sentences(parts), outcome.status);
	}
	const { message, description } = outcome;
	return outcome.isPassing
		? buildError(node, couldNot, sentences([message, description, ...advice]))
		: buildError(node, message, description ?? `${couldNot}.`);
}

/** An answer of Vipps that cannot be used: a page that is no page, a cursor that leads nowhere. */
export function unusableAnswer(node: INode, subject: string, why: string): NodeApiError {
	return buildError(node, `Could not get ${subject}`, why);
}

/** The user's own input, or the data, does not allow what was asked for. No call is to blame. */
export function operationError(
	node: INode,
	message: string,
	details: { description?: string; itemIndex?: number } = {},
): NodeOperationError {
	return keepWording(new NodeOperationError(node, message, details), message);
}

function buildError(node: INode, message: string, description: string, status?: number) {
	const httpCode = status?.toString();
	const options = { message, description, httpCode };
	return keepWording(new NodeApiError(node, { message } as JsonObject, options), message);
}

/** n8n puts a text of its own in place of a message that contains the letters of an error code ("preexisting"). */
function keepWording<Thrown extends Error>(error: Thrown, message: string): Thrown {
	error.message = message;
	return error;
}

function describe({ status, body }: Answer): Array<string | undefined> {
	if (status < 300) return [`Vipps answered ${sketch(body)} instead of JSON`];
	if (status < 400)
		return [`Vipps answered ${status}, which leads to another address; it is not followed`];
	const { reason } = readProblem(body);
	return [
		reason ? `Vipps answered ${status}: ${reason}` : `Vipps answered ${status}`,
		ADVICE[status],
	];
}

/** When to come back, where that is what helps. */
function comeBack(outcome: Outcome): string | undefined {
	if (!isPassing(outcome)) return undefined;
	const wait = askedWait(outcome);
	if (wait === undefined) return 'Run again later.';
	const time = new Date(Date.now() + wait).toISOString().slice(0, 19).replace('T', ' ');
	return `Run again after ${time} UTC: Vipps asks to wait ${Math.ceil(wait / 1000)} seconds.`;
}

function traceOf({ body }: Answer): string | undefined {
	const { traceId } = readProblem(body);
	return traceId && `Trace ID for Vipps support: ${traceId}`;
}

const sentences = (parts: Array<string | undefined>): string =>
	parts
		.filter((part) => part !== undefined && part !== '')
		.map((part) => (/[.!?]$|^Trace ID/.test(part ?? '') ? part : `${part}.`))
		.join(' ');
