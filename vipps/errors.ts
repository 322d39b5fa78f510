import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

/** What a failed call left behind, whichever version of n8n threw it. */
interface Failure {
	/** Undefined when no answer came. */
	status?: number;
	body?: unknown;
	retryAfter?: string;
	/** n8n's own wording, or the credential's. */
	message: string;
	description?: string;
}

const ADVICE: Record<number, string> = {
	400: 'Vipps did not understand this request: check the values of the node.',
	401: 'Check the keys in the credential "Vipps Accounting API": Vipps did not accept them, even with a new token.',
	403: 'These keys have no access here. Ask the merchant to grant access in the business portal, under Reports → Accounting partners.',
	404: 'It is not there, or the merchant has not granted these keys access to it. Pick the ledger from the list to see which ones they may read.',
	429: 'Vipps takes no more calls right now.',
};

/**
 * One readable error for every way in which a call fails: the message says what could not be got, the description why in
 * Vipps's words, what to do, and the trace id that Vipps support asks for. Built afresh, so that nothing of the request
 * (its token above all) comes along.
 */
export function apiError(node: INode, thrown: unknown, subject: string): NodeApiError {
	const failure = readFailure(thrown);
	const isAnswer = failure.status !== undefined;
	const message = isAnswer ? `Could not get ${subject}` : failure.message;
	const description = isAnswer
		? describeAnswer(failure, failure.status ?? 0)
		: (failure.description ?? `Could not get ${subject}.`);
	return buildError(node, message, description, failure.status);
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

function readFailure(thrown: unknown): Failure {
	const error = asObject(thrown);
	const cause = asObject(error.cause);
	const response = asObject(cause.response ?? error.response);
	const status = Number(error.httpCode ?? response.status);
	const headers = asObject(response.headers);
	const source = typeof cause.message === 'string' && cause.response === undefined ? cause : error;
	return {
		status: Number.isInteger(status) && status > 0 ? status : undefined,
		body: response.data ?? asObject(error.context).data,
		retryAfter: text(headers['retry-after']),
		message: text(source.message) ?? 'Vipps could not be reached',
		description: text(source.description),
	};
}

function describeAnswer({ body, retryAfter }: Failure, status: number): string {
	const { reason, traceId } = readProblem(body);
	const advice =
		ADVICE[status] ?? (status >= 500 ? 'Vipps has trouble right now: run again later.' : undefined);
	return [
		reason ? `Vipps answered ${status}: ${withFullStop(reason)}` : `Vipps answered ${status}.`,
		advice,
		status === 429 && retryAfter
			? `Try again after ${retryAfter}${/^\d+$/.test(retryAfter) ? ' seconds' : ''}.`
			: undefined,
		traceId ? `Trace ID for Vipps support: ${traceId}` : undefined,
	]
		.filter((part) => part !== undefined)
		.join(' ');
}

/**
 * Vipps's words and trace id out of the five documented shapes: problem+json, the Azure gateway's, `{code, message}`,
 * `{errorCode, errorMessage, contextId}` and OAuth's. Source: Vipps knowledge base, "Errors". A body in none of them (HTML
 * of a firewall, nothing at all) has no words worth showing.
 */
function readProblem(body: unknown): { reason?: string; traceId?: string } {
	const problem = asObject(body);
	const details = Array.isArray(problem.extraDetails)
		? problem.extraDetails
				.map(asObject)
				.map(({ name, reason }) => `${text(name) ?? ''}: ${text(reason) ?? ''}`)
		: [];
	const title = text(problem.detail) ?? text(problem.title);
	const words =
		title ??
		text(problem.message) ??
		text(problem.errorMessage) ??
		text(problem.error_description) ??
		text(problem.error);
	return {
		reason: words && [words, ...details].join('; '),
		traceId: text(problem.traceId) ?? text(problem.contextId) ?? text(problem.instance),
	};
}

const withFullStop = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

const asObject = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
