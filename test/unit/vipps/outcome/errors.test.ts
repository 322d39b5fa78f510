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
		['the gateway', { statusCode: 400, message: 'Slow down.' }, 'answered 400: Slow down.', ''],
		['code and message', { code: 'E1', message: 'No' }, 'Vipps answered 400: No.', ''],
		[
			'errorMessage',
			{ errorCode: 'E2', errorMessage: 'Wrong', contextId: 'C1' },
			'answered 400: Wrong.',
			'support: C1',
		],
		['OAuth', { error: 'invalid_request', error_description: 'What?' }, 'answered 400: What?', ''],
		['OAuth without words', { error: 'invalid_request' }, 'answered 400: invalid_request.', ''],
		['an instance for a trace id', { title: 'No', instance: 'I1' }, '400: No.', 'support: I1'],
	])("gives Vipps's words and trace id from %s", (_, body, words, trace) => {
		const error = answer(400, body);
		expect(error.message).toBe(`Could not get ${subject}`);
		expect(error.description).toContain(words);
		expect(error.description).toContain(trace);
		expect(error.httpCode).toBe('400');
	});

	it.each([
		[
			'HTML',
			'<title>Stop</title><script>x()</script><p>By order</p>',
			'answered 403: "Stop By order".',
		],
		['JSON of its own', { message: 'Forbidden' }, 'answered 403: "Forbidden".'],
		['a text', 'Access denied', 'answered 403: "Access denied".'],
		['an empty object', {}, 'answered 403 and gave no reason.'],
		['nothing', '', 'answered 403 and gave no reason.'],
	])('says that something else answered, and what: %s', (_, body, words) => {
		const { description, failure } = answer(403, body) as NodeApiError & { failure?: unknown };
		expect(description).toContain(`Something between n8n and Vipps ${words}`);
		expect(description).not.toContain('merchant');
		expect(failure).toBeUndefined();
	});

	it.each([
		[401, 'Check the keys in the credential'],
		[403, 'Ask the merchant to grant'],
		[404, 'has not granted these keys access'],
		[302, 'leads to another address'],
		[503, 'Run again later.'],
	])('says on %s what to do', (status, advice) => {
		expect(answer(status).description).toContain(advice);
	});

	it('says when to come back, where Vipps does', () => {
		const { description } = answer(429, {}, { 'retry-after': '300' });
		expect(description).toMatch(
			/Run again after \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: Vipps asks to wait 300 seconds\./,
		);
	});

	it('says how often the call was sent, and what came instead of JSON', () => {
		const { description } = errorOf({ status: 200, body: '{"items":[', headers: {} }, 5);
		expect(description).toContain('Vipps answered "{\\"items\\":[" instead of JSON.');
		expect(description).toContain('Sent 5 times.');
	});

	it("keeps the credential's own words where Vipps was never asked", () => {
		const { message } = errorOf({
			message: 'Base URL must begin with https://',
			isRetryable: false,
		});
		expect(message).toBe('Base URL must begin with https://');
	});

	it('never repeats an authorization header or a token that a server sends back', () => {
		const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln';
		const { description } = answer(400, { message: `Got Bearer ${jwt}, and Basic aWQ6c2VjcmV0` });
		expect(description).toContain('Got Bearer ***, and Basic ***');
		const { description: page } = errorOf({ status: 200, body: `<p>${jwt}</p>`, headers: {} });
		expect(page).not.toContain('eyJ');
	});

	it("keeps its message where an id holds the letters of one of n8n's error codes", () => {
		const message = 'Could not get the sales with reference preexisting-enoent';
		expect(operationError(run.node, message).message).toBe(message);
		const outcome = { status: 404, body: { title: 'No' }, headers: {} };
		const error = callError(run, { subject: 'preexisting', outcome, tries: 1 });
		expect(error.message).toBe('Could not get preexisting');
	});
});
