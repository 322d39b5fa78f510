import { setUp, type Rig } from '../../rigs/engine/rig';
import { Engine, workflowOf } from '../../rigs/engine/engine';
import { leaksIn } from '../../rigs/engine/secrets';

const getMany = workflowOf({ resource: 'ledger', operation: 'getAll', limit: 1 });

describe('the credential', () => {
	let rig: Rig;
	beforeEach(async () => void (rig = await setUp()));
	afterEach(async () => {
		jest.restoreAllMocks();
		await rig.close();
	});

	const engineWith = (changes: object) => {
		const { clientId, clientSecret, url: baseUrl } = rig.sandbox;
		return new Engine({ clientId, clientSecret, baseUrl, ...changes });
	};

	it('takes keys and base URL that were pasted with blanks around them and a slash at the end', async () => {
		const { clientId, clientSecret, url } = rig.sandbox;
		const engine = engineWith({
			clientId: ` ${clientId}\n`,
			clientSecret: `\t${clientSecret} `,
			baseUrl: ` ${url}/ `,
		});
		expect((await engine.run(getMany)).items).toHaveLength(1);
	});

	it('says which keys to check when they are wrong, by one token call, and repeats no key', async () => {
		const { error } = await engineWith({ clientSecret: 'hunter2' }).run(getMany);
		expect(error?.message).toMatch(
			/^Vipps did not accept these keys: check Client ID and Client Secret\./,
		);
		expect(rig.sandbox.requests.map(({ path, status }) => [path, status])).toEqual([
			['/miami/v1/token', 401],
		]);
		expect(JSON.stringify(error)).not.toContain('hunter2');
	});

	it('is asked about wrong keys once in a run, however many items go on', async () => {
		const json = workflowOf({ resource: 'ledger', operation: 'getAll' }, Array(20).fill({}), {
			onError: 'continueRegularOutput',
		});
		const { items } = await engineWith({ clientSecret: 'hunter2' }).run(json);
		expect(items).toHaveLength(20);
		expect(items.every(({ error }) => String(error).includes('check Client ID'))).toBe(true);
		expect(rig.sandbox.requests.map(({ path }) => path)).toEqual(['/miami/v1/token']);
	});

	it('stores the token, what it is for, and nothing else', async () => {
		const engine = engineWith({});
		const before = { ...engine.credential.data };
		await engine.run(getMany);
		expect(engine.credential.data).toEqual({
			...before,
			accessToken: rig.sandbox.issuedTokens[0],
			accessTokenExpiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			accessTokenFor: expect.stringMatching(/^[\w-]{43}$/),
		});
		expect(leaksIn(engine.credential.data.accessTokenFor, rig.sandbox)).toEqual([]);
	});

	it.each([
		'http://api.vipps.no',
		'http://localhost.example.com',
		'http://127.0.0.1.example.com',
		'ftp://api.vipps.no',
		'api.vipps.no',
		'',
	])('refuses the base URL %p before any call', async (baseUrl) => {
		const { error } = await engineWith({ baseUrl }).run(getMany);
		expect(error?.message).toContain("'Base URL' must begin with https://");
		expect(error?.message).toContain(`"${baseUrl}"`);
		expect(rig.sandbox.requests).toEqual([]);
	});

	it('refuses a base URL that was changed after the token had been stored', async () => {
		const engine = engineWith({});
		await engine.run(getMany);
		engine.credential.data.baseUrl = 'http://example.com';
		expect((await engine.run(getMany)).error?.message).toContain(
			"'Base URL' must begin with https://",
		);
	});

	it('says which server could not be reached', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
		const { error } = await engineWith({ baseUrl: 'http://127.0.0.1:1' }).run(getMany);
		expect(error?.message).toBe('Could not get the ledgers');
		expect(error?.description).toBe(
			'Vipps could not be reached at http://127.0.0.1:1 to get an access token: the connection was refused. (ECONNREFUSED). Sent 5 times. Run again later.',
		);
	});

	it.each([
		{
			name: 'the names that were registered',
			systemName: 'acme-accounting',
			systemVersion: '3.1.2',
			sentName: 'acme-accounting',
			sentVersion: '3.1.2',
		},
		{
			name: 'n8n and this package where none are',
			systemName: '',
			systemVersion: '',
			sentName: 'n8n',
			sentVersion: '0.1.0',
		},
		{
			name: 'no more than 30 printable ASCII characters',
			systemName: `Bokføring ${'x'.repeat(40)}`,
			systemVersion: '1\r\nX: y',
			sentName: `Bokforing ${'x'.repeat(20)}`,
			sentVersion: '1X: y',
		},
	])('sends $name', async ({ systemName, systemVersion, sentName, sentVersion }) => {
		await engineWith({ systemName, systemVersion }).run(getMany);
		for (const { headers } of rig.sandbox.requests) {
			expect(headers).toMatchObject({
				'vipps-system-name': sentName,
				'vipps-system-version': sentVersion,
				'vipps-system-plugin-name': 'n8n-nodes-vipps-accounting',
				'vipps-system-plugin-version': '0.1.0',
			});
		}
		expect(rig.sandbox.requests).toHaveLength(2);
	});
});
