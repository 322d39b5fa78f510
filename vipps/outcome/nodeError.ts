import type { INode, NodeOperationError } from 'n8n-workflow';
import { ApplicationError, BaseError, ExecutionBaseError } from 'n8n-workflow';

import { operationError } from './errors';
import { asObject, text } from '../unknown';
import { sentences } from './wording';

/** An error with words for the user: one of this package, or one of n8n's own, as a failing expression throws it. */
export type WordedError = Error & { description?: string | null; httpCode?: string | null };

/**
 * Any failure as one that n8n shows well. What has words of its own keeps them; a fault of this package, or of what n8n runs for it,
 * gets some.
 *
 * @param subject completes "Could not …"
 * @param about goes into the error's context, as n8n reads it: the input item, the parameter
 */
export function asWorded(
	node: INode,
	failure: unknown,
	subject: string,
	about: { itemIndex?: number; parameter?: string } = {},
): WordedError {
	const error = isWorded(failure) ? failure : putInWords(node, failure, subject);
	return Object.assign(error, {
		context: { ...(error as { context?: object }).context, ...about },
	});
}

/** Every error of n8n's, and so of this package, is of one of these kinds. */
const isWorded = (failure: unknown): failure is WordedError =>
	failure instanceof ExecutionBaseError ||
	failure instanceof BaseError ||
	failure instanceof ApplicationError;

function putInWords(node: INode, failure: unknown, subject: string): NodeOperationError {
	const { message, cause } = asObject(failure);
	// n8n lays the expression that failed beside what its own interpreter threw.
	const expression = typeof cause === 'string' && cause.startsWith('=') ? cause.slice(1) : '';
	return operationError(node, `Could not ${subject}`, {
		description: sentences([
			text(message) ?? String(failure),
			expression && `The expression is ${expression}`,
		]),
	});
}
