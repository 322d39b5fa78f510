import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { isAnswer, type Outcome } from './answer';
import { isOfVipps, isRateLimit, isRetryable, retryAfterOf } from './isRetryable';
import { pollHintOf, readPollHint, withPollHint } from './pollHint';
import { redact } from './preview';
import { readVippsAnswer, withVippsAnswer } from './vippsAnswer';
import { describeAnswer, sentences, traceOf } from './wording';

/** A call that is not sent again. */
export interface FailedCall {
	/** Completes "Could not get …". */
	subject: string;
	outcome: Outcome;
	/** How often it was sent. */
	tries: number;
}

const UNKNOWN_LEDGER =
	"Unknown ledger, or no access. Select it from the list; if it isn't there, ask the merchant to add you under Reports → Accounting partners.";

const ADVICE: Record<number, string> = {
	400: 'Vipps rejected the request. Check the parameters.',
	401: 'Vipps rejected a newly issued token. Test the credential; the keys may have been revoked.',
	403: 'Ask the merchant to grant these keys access in the business portal, under Reports → Accounting partners.',
	404: UNKNOWN_LEDGER,
};

/** Source: Report API guide, "Report API access". */
const NO_REPORT_ACCESS =
	'These sales unit keys may have no access to reports: only sales units with Payment Integration or Recurring Payments have it. For a Vipps or MobilePay number, accounting keys are needed.';

/** The same for the keys of a sales unit, to which no merchant grants access. */
const SALES_UNIT_ADVICE: Record<number, string> = {
	...ADVICE,
	401: `Vipps rejected a newly issued token. Test the credential. ${NO_REPORT_ACCESS}`,
	403: NO_REPORT_ACCESS,
	404: 'Unknown ledger, or no access. Sales unit keys only open the ledger of their own sales unit: select it from the list.',
};

/** What to do about an answer of Vipps with this status; undefined if that is not known. */
export const adviceOn = (
	{ hasSalesUnitKeys }: Pick<ErrorSource, 'hasSalesUnitKeys'>,
	status: number,
): string | undefined => (hasSalesUnitKeys() ? SALES_UNIT_ADVICE : ADVICE)[status];

/** What an error needs to know of a run. */
export interface ErrorSource {
	readonly node: INode;
	hasSalesUnitKeys(): boolean;
	/** What no message may contain. */
	secrets(): string[];
}

/**
 * The error for every kind of failed call. The message says what could not be got. The description has Vipps's words, what to do, and the
 * trace ID that Vipps support asks for. It is a new error, so that nothing of the request (above all its token) is in it.
 */
export function callError(source: ErrorSource, call: FailedCall): NodeApiError {
	return withPollHint(errorInWords(source, call), pollHintOf(call.outcome));
}

function errorInWords(source: ErrorSource, { subject, outcome, tries }: FailedCall): NodeApiError {
	const couldNot = `Could not get ${subject}`;
	const advice = [tries > 1 ? `Sent ${tries} times.` : undefined, whenToRunAgain(outcome)];
	if (isAnswer(outcome)) {
		const secrets = source.secrets();
		const { status } = outcome;
		const known =
			isOfVipps(outcome) && !isRateLimit(outcome) ? adviceOn(source, status) : undefined;
		const said = describeAnswer(outcome, secrets);
		const trace = traceOf(outcome, secrets);
		const parts = [said, known, ...advice, trace];
		const error = buildError(source, couldNot, sentences(parts), status);
		return isOfVipps(outcome) ? withVippsAnswer(error, { status, said, trace }) : error;
	}
	const { message, description } = outcome;
	return outcome.isRetryable
		? buildError(source, couldNot, sentences([message, description, ...advice]))
		: buildError(source, message, description ?? `${couldNot}.`);
}

/** The error of a call that Vipps answered, with a message and advice of the caller, who knows better what was refused. */
export function rewordedError(
	source: ErrorSource,
	error: NodeApiError,
	{ message, advice }: { message: string; advice: string },
): NodeApiError {
	const answer = readVippsAnswer(error);
	if (answer === undefined) return error;
	const { status, said, trace } = answer;
	const reworded = buildError(source, message, sentences([said, advice, trace]), status);
	return withVippsAnswer(withPollHint(reworded, readPollHint(error)), answer);
}

/** An answer of Vipps that cannot be used, such as an invalid page or a cursor that repeats. */
export function unusableAnswer(source: ErrorSource, subject: string, why: string): NodeApiError {
	return buildError(source, `Could not get ${subject}`, why);
}

/** The user's input, or the data, does not allow the operation. No call is to blame. */
export function operationError(
	node: INode,
	message: string,
	details: { description?: string; itemIndex?: number } = {},
): NodeOperationError {
	return keepWording(new NodeOperationError(node, message, details), message);
}

/** An error of the API in words of the caller's own. */
export const apiError = (node: INode, message: string, description: string, httpCode?: string) =>
	keepWording(
		new NodeApiError(node, { message } as JsonObject, { message, description, httpCode }),
		message,
	);

function buildError(source: ErrorSource, said: string, why: string, status?: number): NodeApiError {
	const [message = '', description = ''] = [said, why].map((words) =>
		redact(words, source.secrets()),
	);
	return apiError(source.node, message, description, status?.toString());
}

/** n8n replaces a message that contains the letters of an error code ("preexisting") by a text of its own. */
function keepWording<Thrown extends Error>(error: Thrown, message: string): Thrown {
	error.message = message;
	return error;
}

/** A delay of more than a year is a mistake, and no date can hold the longest. */
const LONGEST_DELAY_MS = 366 * 24 * 3600 * 1000;

/** Undefined if running again does not help. */
function whenToRunAgain(outcome: Outcome): string | undefined {
	if (!isRetryable(outcome)) return undefined;
	const delay = retryAfterOf(outcome);
	if (delay === undefined) return 'Run again later.';
	const seconds = Math.ceil(delay / 1000);
	if (delay > LONGEST_DELAY_MS) {
		return `Vipps asks to wait ${seconds} seconds, more than a year: run again later.`;
	}
	const time = new Date(Date.now() + delay).toISOString().slice(0, 19).replace('T', ' ');
	return `Run again after ${time} UTC: Vipps asks to wait ${seconds} seconds.`;
}
