import { setUpSalesUnit, type SalesUnitRig } from '../../rigs/engine/anyKeys';
import { leaksIn } from '../../rigs/engine/secrets';
import { serveAnything } from '../../rigs/engine/servers/anyServer';

const OWN_LEDGER = '310488';
const EXCHANGE = '/accesstoken/get';
const LEDGERS = '/settlement/v1/ledgers';

let rig: SalesUnitRig;
beforeEach(async () => void (rig = await setUpSalesUnit()));
afterEach(async () => await rig.close());

const paths = () => rig.sandbox.requests.map(({ path }) => path);

describe('sales unit keys', () => {
	it('open the ledger of their sales unit, and its funds', async () => {
		expect((await rig.ledgers()).items).toMatchObject([{ ledgerId: OWN_LEDGER }]);
		expect((await rig.funds(OWN_LEDGER)).items.length).toBeGreaterThan(0);
		expect(paths().filter((path) => path === EXCHANGE)).toHaveLength(1);
	});

	it('are sent as headers of a token call without a body', async () => {
		await rig.ledgers();
		const [token] = rig.sandbox.requests;
		expect(token).toMatchObject({
			method: 'POST',
			path: EXCHANGE,
			query: {},
			status: 200,
			headers: {
				client_id: 'sandbox-sales-unit',
				client_secret: 'sandbox-sales-unit-secret',
				'ocp-apim-subscription-key': 'sandbox-subscription-key',
				'merchant-serial-number': '654321',
				'vipps-system-name': 'n8n',
				'content-length': '0',
			},
		});
		expect(token?.headers).not.toHaveProperty('authorization');
	});

	it('go with each call as subscription key and serial number, beside the token', async () => {
		await rig.ledgers();
		const [, call] = rig.sandbox.requests;
		expect(call?.headers).toMatchObject({
			authorization: `Bearer ${rig.sandbox.issuedTokens[0]}`,
			'ocp-apim-subscription-key': 'sandbox-subscription-key',
			'merchant-serial-number': '654321',
			'vipps-system-plugin-name': 'n8n-nodes-vipps-accounting',
		});
		expect(call?.headers).not.toHaveProperty('client_secret');
	});

	it('may have spaces around them; a number may be one', async () => {
		const { clientId, clientSecret, subscriptionKey } = rig.sandbox.salesUnit;
		rig.edit({
			clientId: ` ${clientId}`,
			clientSecret: `${clientSecret}\n`,
			subscriptionKey: `\t${subscriptionKey} `,
			merchantSerialNumber: 654321,
		});
		expect((await rig.ledgers()).items).toHaveLength(1);
	});

	it.each(['string', 'number'] as const)(
		'get a token for a day, given as a %s',
		async (reading) => {
			rig.sandbox.switches.salesUnitExpiresIn = reading;
			await rig.ledgers();
			const end = Date.parse(String(rig.engine.credential.data.accessTokenExpiresAt));
			expect(Math.abs(end - Date.now() - 86_398_000)).toBeLessThan(60_000);
		},
	);

	it('get a new token after a 401, once', async () => {
		await rig.ledgers();
		rig.sandbox.expireTokens();
		rig.sandbox.requests.length = 0;
		expect((await rig.ledgers()).items).toHaveLength(1);
		expect(paths()).toEqual([LEDGERS, EXCHANGE, LEDGERS]);
	});
});

describe('the token of sales unit keys', () => {
	beforeEach(async () => {
		await rig.ledgers();
		rig.sandbox.requests.length = 0;
	});

	it.each(['clientId', 'clientSecret', 'subscriptionKey', 'merchantSerialNumber'])(
		'is not used after %s has changed',
		async (field) => {
			rig.edit({ [field]: 'another' });
			const { error } = await rig.ledgers();
			expect(error?.message).toBe(
				'Vipps did not accept these keys: check Client ID, Client Secret, Subscription Key and Merchant Serial Number. They must be the API keys of one sales unit.',
			);
			expect(paths()).toEqual([EXCHANGE]);
			expect(leaksIn(error, rig.sandbox)).toEqual([]);
		},
	);

	it('is not used for accounting keys, which never send a subscription key', async () => {
		const { clientId, clientSecret } = rig.sandbox;
		rig.edit({ keyType: 'accounting', clientId, clientSecret });
		expect((await rig.ledgers()).items).toHaveLength(7);
		expect(paths()).toEqual(['/miami/v1/token', LEDGERS, LEDGERS]);
		for (const { headers } of rig.sandbox.requests) {
			expect(headers).not.toHaveProperty('ocp-apim-subscription-key');
			expect(headers).not.toHaveProperty('merchant-serial-number');
		}
	});

	it('is not used for the same Client ID and Client Secret as accounting keys', async () => {
		rig.edit({ keyType: 'accounting' });
		const { error } = await rig.ledgers();
		expect(error?.message).toMatch(/^Vipps did not accept these keys: .+ must be accounting keys/);
		expect(paths()).toEqual(['/miami/v1/token']);
	});
});

describe('a credential that cannot be used', () => {
	const unsendable = "contains a line break or a character that can't be sent";
	it.each([
		{ changes: { keyType: 'partner' }, words: `'Key Type' must be accounting or salesUnit.` },
		{ changes: { keyType: 'partner' }, words: 'You entered "partner".' },
		{ changes: { keyType: '' }, words: 'You entered "".' },
		{ changes: { subscriptionKey: '' }, words: "'Subscription Key' is missing" },
		{ changes: { merchantSerialNumber: ' ' }, words: "'Merchant Serial Number' is missing" },
		{ changes: { subscriptionKey: 'a\r\nX: y' }, words: `'Subscription Key' ${unsendable}` },
		{
			changes: { merchantSerialNumber: '６５４' },
			words: `'Merchant Serial Number' ${unsendable}`,
		},
		{ changes: { clientId: 'nøkkel' }, words: `'Client ID' ${unsendable}` },
		{ changes: { clientSecret: 'a\nb' }, words: `'Client Secret' ${unsendable}` },
	])('is refused before any call: $words', async ({ changes, words }) => {
		rig.edit(changes);
		const { error } = await rig.ledgers();
		expect(error?.message).toContain(words);
		expect(rig.sandbox.requests).toEqual([]);
	});
});

describe('sales unit keys that are refused', () => {
	it.each([
		{
			reading: 'forbidden',
			words: 'Vipps answered 403: Forbidden. These sales unit keys may have',
		},
		{ reading: 'unauthorized', words: 'Vipps rejected a newly issued token. Test the credential.' },
	] as const)('may have no access to reports ($reading)', async ({ reading, words }) => {
		rig.sandbox.switches.salesUnitReports = reading;
		for (const { error } of [await rig.ledgers(), await rig.funds(OWN_LEDGER)]) {
			expect(error?.message).toMatch(/^Could not get the (?:ledgers|transactions)/);
			expect(error?.description).toContain(words);
			expect(error?.description).toContain('may have no access to reports');
			expect(error?.description).not.toContain('Accounting partners');
			expect(leaksIn(error, rig.sandbox)).toEqual([]);
		}
	});

	it('do not open the ledger of another sales unit', async () => {
		const { error } = await rig.funds('302321');
		expect(error?.description).toContain(
			'Sales unit keys only open the ledger of their own sales unit: select it from the list.',
		);
		expect(error?.description).not.toContain('Accounting partners');
	});

	it('leave nothing secret in a message, if a server sends back what it was sent', async () => {
		const { subscriptionKey, clientSecret } = rig.sandbox.salesUnit;
		const body = { error: 'server_error', error_description: `${subscriptionKey} ${clientSecret}` };
		let status = 500;
		const server = await serveAnything(({ url }) =>
			url === EXCHANGE && status === 403
				? { body: { access_token: 'eyJ0token', expires_in: '86398' } }
				: { status: 400, body },
		);
		rig.edit({ baseUrl: server.baseUrl });
		const ofToken = await rig.ledgers();
		status = 403;
		const ofCall = await rig.ledgers();
		await server.close();
		for (const { error } of [ofToken, ofCall]) {
			expect(`${error?.message} ${error?.description}`).toContain('400: *** ***');
			expect(leaksIn(error, rig.sandbox)).toEqual([]);
		}
	});
});
