import type { INode, NodeOperationError } from 'n8n-workflow';
import { ApplicationError, BaseError, ExecutionBaseError } from 'n8n-workflow';

import { asObject, text } from '../unknown';
import { operationError } from './errors';
import { sentences } from './wording';

/** An error that a user can read: one of this package, or one of n8n, such as that of a failing expression. */
export type ReadableError = Error & { description?: string | null; httpCode?: string | null };

/**
 * Anything that was thrown, as an error that n8n shows well. An error of n8n or of this package keeps its words; any other gets some.
 *
 * @param subject completes "Could not …"
 * @param about the input item and the parameter, for the error's context, where n8n reads them
 */
export function asNodeError(
	node: INode,
	thrown: unknown,
	subject: string,
	about: { itemIndex?: number; parameter?: string } = {},
): ReadableError {
	const error = isReadable(thrown) ? thrown : putInWords(node, thrown, subject);
	return Object.assign(error, {
		context: { ...(error as { context?: object }).context, ...about },
	});
}

/** Every error of n8n, and so of this package, is of one of these classes. */
const isReadable = (thrown: unknown): thrown is ReadableError =>
	thrown instanceof ExecutionBaseError ||
	thrown instanceof BaseError ||
	thrown instanceof ApplicationError;

function putInWords(node: INode, thrown: unknown, subject: string): NodeOperationError {
	const { message, cause } = asObject(thrown);
	// If an expression fails, n8n gives the expression as the cause.
	const expression = typeof cause === 'string' && cause.startsWith('=') ? cause.slice(1) : '';
	return operationError(node, `Could not ${subject}`, {
		description: sentences([
			text(message) ?? String(thrown),
			expression && `The expression is ${expression}`,
		]),
	});
}
