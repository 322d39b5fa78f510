import { ApplicationError, ExpressionError, NodeOperationError, UserError } from 'n8n-workflow';

import { asNodeError } from '../../../../vipps/outcome/nodeError';
import { run } from '../anyRun';

const worded = (failure: unknown) =>
	asNodeError(run.node, failure, "read 'Date'", { itemIndex: 3, parameter: 'date' });

describe('the error for the user', () => {
	it.each([
		new ExpressionError('No node', { description: 'Name one', itemIndex: 1 }),
		new NodeOperationError(run.node, 'Wrong', { description: 'Make it right' }),
		new UserError('Invalid syntax', { description: 'Look again' }),
		new ApplicationError('This is a function'),
	])("is n8n's own error, with its item: %s", (failure) => {
		const { message, description } = failure as Error & { description?: string };
		const error = worded(failure);
		expect(error).toBe(failure);
		expect(error).toMatchObject({ message, context: { itemIndex: 3, parameter: 'date' } });
		expect(error.description).toBe(description);
	});

	it('shows the error of an expression, and the expression', () => {
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
	])('shows anything else that was thrown: %s', (failure) => {
		expect(worded(failure)).toMatchObject({
			message: "Could not read 'Date'",
			description: 'x is not iterable.',
		});
	});

	it.each([null, undefined])('has a message even if %s was thrown', (failure) => {
		expect(worded(failure).message).toBe("Could not read 'Date'");
	});
});
