import axios from 'axios';

import type { Sandbox, SandboxOptions } from '../../../sandbox';
import { salesPath, signedIn, systemHeaders } from './client';
import { useSandboxes } from './start';

const start = useSandboxes();
const LEDGERS = '/settlement/v1/ledgers';
const OWN_LEDGER = '310488';
const reportOf = (ledgerId: string) => `/report/v2/ledgers/${ledgerId}/funds/dates/2026-06-01`;

/** The headers that each call with keys of a sales unit needs. */
const unitHeaders = ({ salesUnit }: Sandbox) => ({
	'Ocp-Apim-Subscription-Key': salesUnit.subscriptionKey,
	'Merchant-Serial-Number': salesUnit.merchantSerialNumber,
});

const askForUnitToken = async (
	sandbox: Sandbox,
	changes: Record<string, string | undefined> = {},
) =>
	await axios.post(`${sandbox.url}/accesstoken/get`, undefined, {
		headers: {
			...systemHeaders,
			...unitHeaders(sandbox),
			client_id: sandbox.salesUnit.clientId,
			client_secret: sandbox.salesUnit.clientSecret,
			...changes,
		},
		validateStatus: () => true,
	});

async function unitSignedIn(options?: SandboxOptions) {
	const sandbox = await start(options);
	const { data } = await askForUnitToken(sandbox);
	const Authorization = `Bearer ${(data as { access_token: string }).access_token}`;
	const get = async (path: string, changes: Record<string, string | undefined> = {}) =>
		await axios.get<{ items: Array<{ ledgerId: string }> }>(`${sandbox.url}${path}`, {
			headers: { ...systemHeaders, ...unitHeaders(sandbox), Authorization, ...changes },
			validateStatus: () => true,
		});
	return { sandbox, get };
}

describe('the token call of a sales unit', () => {
	it.each([
		{ salesUnitExpiresIn: 'string', written: '86398' },
		{ salesUnitExpiresIn: 'number', written: 86_398 },
		{ salesUnitExpiresIn: 'absent', written: undefined },
	] as const)('writes expires_in as $salesUnitExpiresIn', async ({ written, ...switches }) => {
		const { status, data } = await askForUnitToken(await start({ switches }));
		expect(status).toBe(200);
		expect(data).toHaveProperty('access_token', expect.stringMatching(/^eyJ0/));
		expect((data as { expires_in: unknown }).expires_in).toBe(written);
	});

	it.each([
		{ name: 'client_id', status: 400, body: { error: 'unauthorized_client' } },
		{ name: 'client_secret', status: 401, body: { error: 'invalid_client' } },
		{ name: 'Ocp-Apim-Subscription-Key', status: 401, body: { statusCode: 401 } },
		{ name: 'Merchant-Serial-Number', status: 401, body: { statusCode: 401 } },
	])('refuses a wrong $name, and none', async ({ name, status, body }) => {
		const sandbox = await start();
		for (const value of ['wrong', undefined]) {
			const answer = await askForUnitToken(sandbox, { [name]: value });
			expect(answer.status).toBe(status);
			expect(answer.data).toMatchObject(body);
		}
		expect(sandbox.issuedTokens).toEqual([]);
	});
});

describe('a token of a sales unit', () => {
	it('opens the ledger of the sales unit and its reports', async () => {
		const { sandbox, get } = await unitSignedIn();
		const { data } = await get(LEDGERS);
		expect(data.items.map(({ ledgerId }) => ledgerId)).toEqual([OWN_LEDGER]);
		expect((await get(reportOf(OWN_LEDGER))).data.items.length).toBeGreaterThan(0);
		expect((await get(`/report/v2/ledgers/${OWN_LEDGER}/fees/feed`)).status).toBe(200);
		expect((await get(reportOf('302321'))).status).toBe(404);
		sandbox.switches.reportNoAccess = 'empty';
		expect((await get(reportOf('302321'))).data.items).toEqual([]);
	});

	it('opens no sales', async () => {
		const { get } = await unitSignedIn();
		expect((await get(salesPath(OWN_LEDGER))).status).toBe(403);
	});

	it.each(['Ocp-Apim-Subscription-Key', 'Merchant-Serial-Number'])(
		'opens nothing without the right %s',
		async (name) => {
			const { get } = await unitSignedIn();
			for (const value of ['wrong', undefined]) {
				expect((await get(LEDGERS, { [name]: value })).status).toBe(401);
			}
		},
	);

	it.each([
		{ salesUnitReports: 'forbidden', status: 403 },
		{ salesUnitReports: 'unauthorized', status: 401 },
	] as const)('is refused if reports are $salesUnitReports', async ({ status, ...switches }) => {
		const { sandbox, get } = await unitSignedIn({ switches });
		expect((await get(LEDGERS)).status).toBe(status);
		expect((await get(reportOf(OWN_LEDGER))).status).toBe(status);
		expect((await (await signedIn(sandbox)).get(LEDGERS)).status).toBe(200);
	});

	it('lives for a day', async () => {
		const { sandbox, get } = await unitSignedIn();
		sandbox.clock.advance(86_397);
		expect((await get(LEDGERS)).status).toBe(200);
		sandbox.clock.advance(1);
		expect((await get(LEDGERS)).status).toBe(401);
	});
});
