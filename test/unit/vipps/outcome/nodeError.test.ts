import { ApplicationError, ExpressionError, NodeOperationError, UserError } from 'n8n-workflow';

import { asNodeError } from '../../../../vipps/outcome/nodeError';
import { run } from '../anyRun';

const worded = (failure: unknown) =>
	asNodeError(run.node, failure, "read 'Date'", { itemIndex: 3, parameter: 'date' });

describe('a failure in words', () => {
	it.each([
		new ExpressionError('No node', { description: 'Name one', itemIndex: 1 }),
		new NodeOperationError(run.node, 'Wrong', { description: 'Make it right' }),
		new UserError('Invalid syntax', { description: 'Look again' }),
		new ApplicationError('This is a function'),
	])('is itself where it is of n8n, with the item that it belongs to: %s', (failure) => {
		const { message, description } = failure as Error & { description?: string };
		const error = worded(failure);
		expect(error).toBe(failure);
		expect(error).toMatchObject({ message, context: { itemIndex: 3, parameter: 'date' } });
		expect(error.description).toBe(description);
	});

	it('is made of what the interpreter of expressions throws, and of the expression', () => {
		const failure = new ReferenceError('nope is not defined', { cause: '={{ nope.nope() }}' });
		expect(worded(failure)).toMatchObject({
			name: 'NodeOperationError',
			message: "Could not read 'Date'",
			description: 'nope is not defined. The expression is {{ nope.nope() }}.',
			context: { itemIndex: 3, parameter: 'date' },
		});
	});

	it.each([
		new TypeError('x is not iterable'),
		'x is not iterable',
		{ message: 'x is not iterable' },
	])('is made of anything else: %s', (failure) => {
		expect(worded(failure)).toMatchObject({
			message: "Could not read 'Date'",
			description: 'x is not iterable.',
		});
	});

	it.each([null, undefined])('is made of nothing at all: %s', (failure) => {
		expect(worded(failure).message).toBe("Could not read 'Date'");
	});
});
