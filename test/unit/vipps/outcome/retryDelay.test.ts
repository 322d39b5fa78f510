import type { Answer } from '../../../../vipps/outcome/answer';
import { retryAfter } from '../../../../vipps/outcome/retryAfter';
import { retryDelay } from '../../../../vipps/outcome/retryDelay';

const answer = (status: number, headers = {}, body: unknown = {}): Answer => ({
	status,
	headers,
	body,
});

describe('the retry delay', () => {
	it('is random, its limit doubles from 500 ms, and ends after 5 tries', () => {
		const waits = [1, 2, 3, 4, 5].map((tries) => retryDelay(tries, answer(503), 1));
		expect(waits).toEqual([500, 1000, 2000, 4000, undefined]);
		expect(retryDelay(4, answer(503), 0.25)).toBe(1000);
	});

	it.each([408, 423, 429, 500, 502, 503, 504])('is given for status %s', (status) => {
		expect(retryDelay(1, answer(status))).toBeDefined();
	});

	it.each([400, 401, 403, 404, 302])('is not given for status %s', (status) => {
		expect(retryDelay(1, answer(status))).toBeUndefined();
	});

	it('is given for a page that is incomplete or not JSON', () => {
		expect(retryDelay(1, answer(200, {}, '{"items":['))).toBeDefined();
		expect(retryDelay(1, answer(200, {}, ''))).toBeDefined();
	});

	it('is as long as the server asks, up to two minutes', () => {
		expect(retryDelay(1, answer(429, { 'retry-after': '12' }), 1)).toBe(12_000);
		expect(retryDelay(1, answer(429, { 'retry-after': '120' }), 1)).toBe(120_000);
		expect(retryDelay(1, answer(429, { 'retry-after': '121' }), 1)).toBeUndefined();
		expect(retryDelay(1, answer(429, { 'retry-after': '0' }), 1)).toBe(500);
	});
});

describe('the delay that the server asks for', () => {
	const now = Date.parse('2026-06-15T12:00:00Z');

	it.each([
		{ name: 'a number of seconds', headers: { 'retry-after': '12' }, wait: 12_000 },
		{ name: 'a fraction of a second', headers: { 'retry-after': '1.5' }, wait: 1500 },
		{ name: 'a negative number', headers: { 'retry-after': '-5' }, wait: undefined },
		{ name: 'a date', headers: { 'retry-after': 'Mon, 15 Jun 2026 12:00:30 GMT' }, wait: 30_000 },
		{
			name: "a date, by the server's own clock",
			headers: {
				'retry-after': 'Mon, 15 Jun 2026 12:00:30 GMT',
				date: 'Mon, 15 Jun 2026 12:00:20 GMT',
			},
			wait: 10_000,
		},
		{
			name: 'a date that has passed',
			headers: { 'retry-after': 'Mon, 15 Jun 2026 11:00:00 GMT' },
			wait: 0,
		},
		{
			name: 'a date in the oldest format',
			headers: { 'retry-after': 'Mon Jun 15 12:00:30 2026' },
			wait: 30_000,
		},
		{
			name: 'a date without a time zone',
			headers: { 'retry-after': '2026-06-15 12:00' },
			wait: undefined,
		},
		{ name: 'nonsense', headers: { 'retry-after': 'soon' }, wait: undefined },
		{ name: 'no header', headers: {}, wait: undefined },
	])('is $wait for $name', ({ headers, wait }) => {
		expect(retryAfter(answer(429, headers), now)).toBe(wait);
	});

	it.each([
		{ words: 'Rate limit is exceeded. Try again in 12 seconds.', delay: 12_000 },
		{
			words: 'Out of call volume quota. Quota will be replenished in 00:01:30.',
			delay: 90_000,
		},
		{ words: 'Access denied.', delay: undefined },
	])('is read from the words of the gateway: $words', ({ words, delay }) => {
		expect(retryAfter(answer(403, {}, { statusCode: 403, message: words }))).toBe(delay);
	});
});
