import { apiError, operationError } from '../../../vipps/errors';
import { context } from './context';

/** What n8n throws for an answer with an error status. */
const answered = (status: number, data: unknown, headers = {}) => ({
	httpCode: String(status),
	message: "n8n's own words",
	cause: {
		message: 'Request failed',
		response: { status, data, headers },
		config: { auth: 'hunter2' },
	},
});

const subject = 'the sales of ledger 302321 on 2026-05-16';

describe('apiError', () => {
	it.each([
		[
			'problem+json',
			{
				title: 'Bad Request',
				detail: 'Bad date',
				status: '400',
				traceId: 'T1',
				extraDetails: [{ name: 'date', reason: 'future' }],
			},
			'Vipps answered 400: Bad date; date: future.',
			'Trace ID for Vipps support: T1',
		],
		[
			'the gateway',
			{ statusCode: 400, message: 'Slow down.' },
			'Vipps answered 400: Slow down.',
			'',
		],
		['code and message', { code: 'E1', message: 'No' }, 'Vipps answered 400: No.', ''],
		[
			'errorMessage',
			{ errorCode: 'E2', errorMessage: 'Wrong', contextId: 'C1' },
			'answered 400: Wrong.',
			'support: C1',
		],
		['OAuth', { error: 'invalid_request', error_description: 'What?' }, 'answered 400: What?', ''],
		['OAuth without words', { error: 'invalid_request' }, 'answered 400: invalid_request.', ''],
		['HTML', '<html>Bad</html>', 'Vipps answered 400.', ''],
		['nothing', undefined, 'Vipps answered 400.', ''],
	])("gives Vipps's words and trace id from %s", (_, body, words, trace) => {
		const error = apiError(context.getNode(), answered(400, body), subject);
		expect(error.message).toBe(`Could not get ${subject}`);
		expect(error.description).toContain(words);
		expect(error.description).toContain(trace);
		expect(error.httpCode).toBe('400');
	});

	it('says on 404 that the ledger is not there or not granted, and on 429 when to come back', () => {
		const describe = (status: number, headers = {}) =>
			apiError(context.getNode(), answered(status, {}, headers), subject).description;
		expect(describe(404)).toContain('has not granted these keys access');
		expect(describe(429, { 'retry-after': '12' })).toContain('Try again after 12 seconds.');
		expect(describe(503)).toContain('run again later');
	});

	it("keeps the credential's own words where Vipps never answered", () => {
		const cause = new Error('Vipps did not accept these keys: check Client ID and Client Secret.');
		const error = apiError(
			context.getNode(),
			{ message: cause.message, cause, httpCode: null },
			subject,
		);
		expect(error.message).toBe(cause.message);
	});

	it('carries nothing of the request', () => {
		const error = apiError(context.getNode(), answered(500, {}), subject);
		expect(JSON.stringify([error, error.cause, error.context])).not.toContain('hunter2');
	});

	it("keeps its message where an id holds the letters of one of n8n's error codes", () => {
		const named = 'the sales with reference preexisting-enoent of ledger 1';
		expect(apiError(context.getNode(), answered(404, {}), named).message).toBe(
			`Could not get ${named}`,
		);
		expect(operationError(context.getNode(), named).message).toBe(named);
	});
});
