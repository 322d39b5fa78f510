import type { IHttpRequestHelper } from 'n8n-workflow';

import { fetchAccessToken } from '../../../credentials/accessToken';

const NOW = '2026-06-15T12:00:00.000Z';

/** n8n's request helper, with an answer to the token call. */
const answering = (expires_in: unknown): IHttpRequestHelper => ({
	helpers: {
		httpRequest: async () => ({
			statusCode: 200,
			headers: {},
			body: { access_token: 'token', expires_in },
		}),
	},
});

describe('the end of an access token', () => {
	beforeEach(() => jest.useFakeTimers({ now: new Date(NOW), doNotFake: ['nextTick'] }));
	afterEach(() => jest.useRealTimers());

	it.each([
		{ title: 'a number of seconds', life: 900, end: '2026-06-15T12:15:00.000Z' },
		{ title: 'a text of digits', life: '600', end: '2026-06-15T12:10:00.000Z' },
		{ title: 'a day', life: 86_400, end: '2026-06-16T12:00:00.000Z' },
	])('follows from $title', async ({ life, end }) => {
		const { token, expiresAt } = await fetchAccessToken(answering(life), { clientId: 'id' });
		expect([token, expiresAt]).toEqual(['token', end]);
	});

	it.each([
		{ title: 'is missing', life: undefined },
		{ title: 'is null', life: null },
		{ title: 'is empty', life: '' },
		{ title: 'is no number', life: 'soon' },
		{ title: 'is zero', life: 0 },
		{ title: 'is negative', life: -1 },
		{ title: 'is more than a day', life: 1e12 },
		{ title: 'is a list', life: [7] },
		{ title: 'is true', life: true },
	])('is in 15 minutes if its life $title', async ({ life }) => {
		const { expiresAt } = await fetchAccessToken(answering(life), { clientId: 'id' });
		expect(expiresAt).toBe('2026-06-15T12:15:00.000Z');
	});
});
