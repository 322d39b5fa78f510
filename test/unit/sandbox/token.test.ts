import { useSandboxes } from './start';
import { askForToken, signedIn } from './client';

const start = useSandboxes();

const basic = (keys: string) => ({
	Authorization: `Basic ${Buffer.from(keys).toString('base64')}`,
});
const LEDGERS = '/settlement/v1/ledgers';

describe('the token call', () => {
	it('answers proper keys with a bearer token', async () => {
		const sandbox = await start();
		const { status, data } = await askForToken(sandbox);
		expect(status).toBe(200);
		expect(data).toEqual({
			access_token: expect.stringMatching(/^eyJ0/),
			token_type: 'Bearer',
			expires_in: 900,
		});
		expect(sandbox.issuedTokens).toEqual([(data as { access_token: string }).access_token]);
	});

	it.each([
		{
			name: 'wrong keys',
			change: { headers: basic('nobody:nothing') },
			status: 401,
			error: 'invalid_client',
		},
		{
			name: 'a wrong secret',
			change: { headers: basic('sandbox-accounting-partner:no') },
			status: 401,
			error: 'invalid_client',
		},
		{
			name: 'no keys',
			change: { headers: { Authorization: undefined } },
			status: 401,
			error: 'invalid_client',
		},
		{
			name: 'keys that are no Basic header',
			change: { headers: { Authorization: 'Bearer x' } },
			status: 401,
			error: 'invalid_client',
		},
		{ name: 'no grant type', change: { body: 'scope=x' }, status: 400, error: 'invalid_client' },
		{ name: 'an empty body', change: { body: '' }, status: 400, error: 'invalid_client' },
		{
			name: 'another grant type',
			change: { body: 'grant_type=password' },
			status: 400,
			error: 'unsupported_grant_type',
		},
		{
			name: 'a JSON body',
			change: {
				headers: { 'Content-Type': 'application/json' },
				body: '{"grant_type":"client_credentials"}',
			},
			status: 400,
			error: 'invalid_client',
		},
		{
			name: 'a subscription key',
			change: { headers: { 'Ocp-Apim-Subscription-Key': '0a1b2c' } },
			status: 400,
			error: 'invalid_client',
		},
	])('refuses $name', async ({ change, status, error }) => {
		const sandbox = await start();
		const answer = await askForToken(sandbox, change);
		expect(answer.status).toBe(status);
		expect(answer.data).toEqual({ error, error_description: expect.any(String) });
		expect(sandbox.issuedTokens).toEqual([]);
	});

	it('takes the keys that it was started with', async () => {
		const sandbox = await start({ clientId: 'other', clientSecret: 'with:colon' });
		expect((await askForToken(sandbox)).status).toBe(200);
	});

	it.each([
		{ expiresIn: 'number', written: 120 },
		{ expiresIn: 'string', written: '120' },
		{ expiresIn: 'absent', written: undefined },
	] as const)(
		'writes expires_in as the switch says: $expiresIn',
		async ({ expiresIn, written }) => {
			const sandbox = await start({ tokenLifeSeconds: 120, switches: { expiresIn } });
			expect((await askForToken(sandbox)).data).toHaveProperty('token_type', 'Bearer');
			const { data } = await askForToken(sandbox);
			expect((data as { expires_in?: unknown }).expires_in).toBe(written);
		},
	);
});

describe('a token', () => {
	it('is good for its life by the clock and not a second longer', async () => {
		const sandbox = await start({ tokenLifeSeconds: 60 });
		const api = await signedIn(sandbox);
		sandbox.clock.advance(59);
		expect((await api.get(LEDGERS)).status).toBe(200);
		sandbox.clock.advance(1);
		expect((await api.get(LEDGERS)).status).toBe(401);
		expect((await (await signedIn(sandbox)).get(LEDGERS)).status).toBe(200);
	});

	it('ends on command, and others do not notice', async () => {
		const sandbox = await start();
		const [one, two] = [await signedIn(sandbox), await signedIn(sandbox)];
		expect((await one.get(LEDGERS)).status).toBe(200);
		expect((await two.get(LEDGERS)).status).toBe(200);
		sandbox.expireTokens();
		expect((await one.get(LEDGERS)).status).toBe(401);
		const three = await signedIn(sandbox);
		expect((await three.get(LEDGERS)).status).toBe(200);
		expect((await two.get(LEDGERS)).status).toBe(401);
	});

	it('is asked for on every path but the token call, after the word Bearer', async () => {
		const sandbox = await start();
		const api = await signedIn(sandbox);
		const [token] = sandbox.issuedTokens;
		for (const Authorization of [
			undefined,
			'',
			token,
			`bearer ${token}`,
			`Bearer ${token}x`,
			'Bearer ',
		]) {
			for (const path of [
				LEDGERS,
				'/sales/report/v1/ledgers/302321',
				'/sales/report/v1/ledgers/302321/dates/2026-06-01',
				'/sales/report/v1/ledgers/302321/references/1',
				'/sales/report/v1/ledgers/302321/psp-references/1',
			]) {
				const { status, data } = await api.get(path, { headers: { Authorization } });
				expect(status).toBe(401);
				expect(data).toEqual({ statusCode: 401, message: expect.any(String) });
			}
		}
	});
});
