import type { NodeApiError } from 'n8n-workflow';

import type { Outcome } from '../../../../vipps/outcome/answer';
import { callError, operationError } from '../../../../vipps/outcome/errors';
import { run } from '../anyRun';

const subject = 'the sales of ledger 302321 on 2026-05-16';
const errorOf = (outcome: Outcome, tries = 1) => callError(run, { subject, outcome, tries });
const answer = (status: number, body: unknown = { title: 'No' }, headers = {}) =>
	errorOf({ status, body, headers });

describe('the error of a failed call', () => {
	it.each([
		{
			name: 'problem+json',
			body: {
				title: 'Bad Request',
				detail: 'Bad date',
				status: '400',
				traceId: 'T1',
				extraDetails: [{ name: 'date', reason: 'future' }],
			},
			words: 'Vipps answered 400: Bad date; date: future.',
			trace: 'Trace ID for Vipps support: T1',
		},
		{
			name: 'the gateway',
			body: { statusCode: 400, message: 'Slow down.' },
			words: 'answered 400: Slow down.',
			trace: '',
		},
		{
			name: 'code and message',
			body: { code: 'E1', message: 'No' },
			words: 'Vipps answered 400: No.',
			trace: '',
		},
		{
			name: 'errorMessage',
			body: { errorCode: 'E2', errorMessage: 'Wrong', contextId: 'C1' },
			words: 'answered 400: Wrong.',
			trace: 'support: C1',
		},
		{
			name: 'OAuth',
			body: { error: 'invalid_request', error_description: 'What?' },
			words: 'answered 400: What?',
			trace: '',
		},
		{
			name: 'OAuth without words',
			body: { error: 'invalid_request' },
			words: 'answered 400: invalid_request.',
			trace: '',
		},
		{
			name: 'an instance for a trace id',
			body: { title: 'No', instance: 'I1' },
			words: '400: No.',
			trace: 'support: I1',
		},
	])("gives Vipps's words and trace id: $name", ({ body, words, trace }) => {
		const error = answer(400, body);
		expect(error.message).toBe(`Could not get ${subject}`);
		expect(error.description).toContain(words);
		expect(error.description).toContain(trace);
		expect(error.httpCode).toBe('400');
	});

	it.each([
		{
			name: 'HTML',
			body: '<title>Stop</title><script>x()</script><p>By order</p>',
			words: 'answered 403: "Stop By order".',
		},
		{
			name: 'JSON of its own',
			body: { message: 'Forbidden' },
			words: 'answered 403: "Forbidden".',
		},
		{ name: 'a text', body: 'Access denied', words: 'answered 403: "Access denied".' },
		{ name: 'an empty object', body: {}, words: 'answered 403 and gave no reason.' },
		{ name: 'nothing', body: '', words: 'answered 403 and gave no reason.' },
	])('says that something else answered: $name', ({ body, words }) => {
		const { description, failure } = answer(403, body) as NodeApiError & { failure?: unknown };
		expect(description).toContain(`Something between n8n and Vipps ${words}`);
		expect(description).not.toContain('merchant');
		expect(failure).toBeUndefined();
	});

	it.each([
		{ status: 401, advice: 'Vipps rejected a newly issued token' },
		{ status: 403, advice: 'Ask the merchant to grant' },
		{ status: 404, advice: 'Unknown ledger, or no access' },
		{ status: 302, advice: 'leads to another address' },
		{ status: 503, advice: 'Run again later.' },
	])('says what to do after $status', ({ status, advice }) => {
		expect(answer(status).description).toContain(advice);
	});

	it('says when to run again if Vipps does', () => {
		const { description } = answer(429, {}, { 'retry-after': '300' });
		expect(description).toMatch(
			/Run again after \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: Vipps asks to wait 300 seconds\./,
		);
	});

	it('says how often the call was sent, and what was received instead of JSON', () => {
		const { description } = errorOf({ status: 200, body: '{"items":[', headers: {} }, 5);
		expect(description).toContain('Vipps answered "{\\"items\\":[" instead of JSON.');
		expect(description).toContain('Sent 5 times.');
	});

	it("keeps the credential's own words if no call was made", () => {
		const { message } = errorOf({
			message: "'Base URL' must begin with https://",
			isRetryable: false,
		});
		expect(message).toBe("'Base URL' must begin with https://");
	});

	it('contains no authorization header or token that a server sent back', () => {
		const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln';
		const { description } = answer(400, { message: `Got Bearer ${jwt}, and Basic aWQ6c2VjcmV0` });
		expect(description).toContain('Got Bearer ***, and Basic ***');
		const { description: page } = errorOf({ status: 200, body: `<p>${jwt}</p>`, headers: {} });
		expect(page).not.toContain('eyJ');
	});

	it("keeps its message if an id contains one of n8n's error codes", () => {
		const message = 'Could not get the sales with reference preexisting-enoent';
		expect(operationError(run.node, message).message).toBe(message);
		const outcome = { status: 404, body: { title: 'No' }, headers: {} };
		const error = callError(run, { subject: 'preexisting', outcome, tries: 1 });
		expect(error.message).toBe('Could not get preexisting');
	});
});
