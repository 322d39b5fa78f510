import type { Answer } from '../../../../vipps/outcome/answer';
import { retryAfter } from '../../../../vipps/outcome/retryAfter';
import { retryDelay } from '../../../../vipps/outcome/retryDelay';

const answer = (status: number, headers = {}, body: unknown = {}): Answer => ({
	status,
	headers,
	body,
});

describe('retryDelay', () => {
	it('doubles the bound of a random wait from 500 ms, up to 5 tries', () => {
		const waits = [1, 2, 3, 4, 5].map((tries) => retryDelay(tries, answer(503), 1));
		expect(waits).toEqual([500, 1000, 2000, 4000, undefined]);
		expect(retryDelay(4, answer(503), 0.25)).toBe(1000);
	});

	it.each([408, 423, 429, 500, 502, 503, 504])('tries %s again', (status) => {
		expect(retryDelay(1, answer(status))).toBeDefined();
	});

	it.each([400, 401, 403, 404, 302])('never tries %s again', (status) => {
		expect(retryDelay(1, answer(status))).toBeUndefined();
	});

	it('tries a page again that is no JSON, or of which only a part came', () => {
		expect(retryDelay(1, answer(200, {}, '{"items":['))).toBeDefined();
		expect(retryDelay(1, answer(200, {}, ''))).toBeDefined();
	});

	it('waits as long as the server asks, up to two minutes', () => {
		expect(retryDelay(1, answer(429, { 'retry-after': '12' }), 1)).toBe(12_000);
		expect(retryDelay(1, answer(429, { 'retry-after': '120' }), 1)).toBe(120_000);
		expect(retryDelay(1, answer(429, { 'retry-after': '121' }), 1)).toBeUndefined();
		expect(retryDelay(1, answer(429, { 'retry-after': '0' }), 1)).toBe(500);
	});
});

describe('retryAfter', () => {
	const now = Date.parse('2026-06-15T12:00:00Z');

	it.each([
		['seconds', { 'retry-after': '12' }, 12_000],
		['parts of a second', { 'retry-after': '1.5' }, 1500],
		['a negative number as none', { 'retry-after': '-5' }, undefined],
		['a date', { 'retry-after': 'Mon, 15 Jun 2026 12:00:30 GMT' }, 30_000],
		[
			"a date, by the server's own clock",
			{ 'retry-after': 'Mon, 15 Jun 2026 12:00:30 GMT', date: 'Mon, 15 Jun 2026 12:00:20 GMT' },
			10_000,
		],
		['a date that has passed', { 'retry-after': 'Mon, 15 Jun 2026 11:00:00 GMT' }, 0],
		['a date in the oldest form', { 'retry-after': 'Mon Jun 15 12:00:30 2026' }, 30_000],
		['a date without a zone as none', { 'retry-after': '2026-06-15 12:00' }, undefined],
		['nonsense', { 'retry-after': 'soon' }, undefined],
		['nothing', {}, undefined],
	])('reads %s', (_, headers, wait) => {
		expect(retryAfter(answer(429, headers), now)).toBe(wait);
	});

	it.each([
		{ words: 'Rate limit is exceeded. Try again in 12 seconds.', delay: 12_000 },
		{
			words: 'Out of call volume quota. Quota will be replenished in 00:01:30.',
			delay: 90_000,
		},
		{ words: 'Access denied.', delay: undefined },
	])('reads the words of the gateway: $words', ({ words, delay }) => {
		expect(retryAfter(answer(403, {}, { statusCode: 403, message: words }))).toBe(delay);
	});
});
